import { ImrError } from '../common/errors.js';
import { isRejection, type Rejection } from '../documents/document.js';
import { readDocument } from '../documents/read.js';
import type { Determination } from '../normalise/determination.js';
import { normalise } from '../normalise/normalise.js';
import { parseLetter } from '../parse/parse-letter.js';

/** From a file to canonical terms. What cannot be used comes back as a rejection; nothing is thrown for it. */
export async function readDetermination(path: string): Promise<Determination | Rejection> {
  const document = await readDocument(path);
  if (isRejection(document)) return document;
  try {
    return normalise(parseLetter(document));
  } catch (error) {
    if (!(error instanceof ImrError)) throw error;
    return { path, sha256: document.source.sha256, error };
  }
}
