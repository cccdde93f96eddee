import { ImrError, messageOf } from '../common/errors.js';
import { isRejection, type Document, type FileBytes, type Rejection } from '../documents/document.js';
import { readDocument, toDocument } from '../documents/read.js';
import type { Determination } from '../normalise/determination.js';
import { normalise } from '../normalise/normalise.js';
import { parseLetter } from '../parse/parse-letter.js';
import { toAnswer } from './messages.js';

/** The job `READING`, as worker threads do it. */
export async function work(file: FileBytes): Promise<string> {
  return toAnswer(await toDetermination(file));
}

/** From a file to canonical terms, in this thread. What cannot be used comes back as a rejection. */
export async function readDetermination(path: string): Promise<Determination | Rejection> {
  return determine(await readDocument(path));
}

/**
 * From a file's bytes to canonical terms. What cannot be used comes back as a rejection, also what this program is not up
 * to: one letter must not end the reading of all others.
 */
export async function toDetermination(file: FileBytes): Promise<Determination | Rejection> {
  try {
    return determine(await toDocument(file));
  } catch (error) {
    const { path, sha256 } = file;
    return { path, sha256, error: new ImrError('READER_FAILED', messageOf(error), { cause: error }) };
  }
}

function determine(document: Document | Rejection): Determination | Rejection {
  if (isRejection(document)) return document;
  try {
    return normalise(parseLetter(document));
  } catch (error) {
    if (!(error instanceof ImrError)) throw error;
    const { path, sha256 } = document.source;
    return { path, sha256, error };
  }
}
