import { ERROR_CODES, ImrError } from '../common/errors.js';
import type { Rejection } from '../documents/document.js';
import type { LetterRefusal } from './types/parsed-letter.type.js';

/**
 * Why a letter cannot be used, for whoever sent it.
 * @throws {ImrError} READER_FAILED: a defect, which may name what it broke on, and nothing of a text goes into the log
 */
export function toRefusal({ error: { code, message } }: Rejection): LetterRefusal {
  if (code === 'READER_FAILED') throw new ImrError(code, ERROR_CODES[code]);
  return { code, message };
}
