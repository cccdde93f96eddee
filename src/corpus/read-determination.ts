import { ImrError } from '../common/errors.js';
import { loggedMessage } from '../common/logged-error.js';
import { isRejection, type Document, type FileBytes, type Rejection } from '../documents/document.js';
import { readDocument, toDocument } from '../documents/read.js';
import type { Determination } from '../normalise/determination.js';
import { normalise } from '../normalise/normalise.js';
import type { Warning } from '../parse/letter.js';
import { parseLetter } from '../parse/parse-letter.js';
import { readingVersion } from '../parse/version.js';
import { REDACTED } from '../redact/found.js';
import { redact, type RedactionCounts } from '../redact/redact.js';
import { toAnswer, type ReadingOptions } from './messages.js';

/** The job of `reading`, as worker threads do it. */
export async function work(file: FileBytes, options?: ReadingOptions): Promise<string> {
  return toAnswer(await toDetermination(file, options));
}

/** From a file to canonical terms, in this thread. What cannot be used comes back as a rejection. */
export async function readDetermination(
  path: string,
  options: ReadingOptions = {},
): Promise<Determination | Rejection> {
  return determine(await readDocument(path), options);
}

/**
 * From a file's bytes to canonical terms. What cannot be used comes back as a rejection, also what this program is not up
 * to: one letter must not end the reading of all others.
 */
export async function toDetermination(
  file: FileBytes,
  options: ReadingOptions = {},
): Promise<Determination | Rejection> {
  try {
    return determine(await toDocument(file), options);
  } catch (error) {
    const { path, sha256 } = file;
    return { path, sha256, error: new ImrError('READER_FAILED', loggedMessage(error), { cause: error }) };
  }
}

function determine(
  document: Document | Rejection,
  { redact: isRedacted = false }: ReadingOptions,
): Determination | Rejection {
  if (isRejection(document)) return document;
  try {
    return isRedacted ? redacted(document) : normalise(parseLetter(document));
  } catch (error) {
    if (!(error instanceof ImrError)) throw error;
    const { path, sha256 } = document.source;
    return { path, sha256, error };
  }
}

/** What a letter says apart from its private data; a warning tells how much was covered. */
function redacted(letter: Document): Determination {
  const { document, counts } = redact(letter);
  const determination = normalise(parseLetter(document));
  const warnings = [...determination.warnings, ...told(counts)];
  return { ...determination, parserVersion: readingVersion(true), warnings };
}

function told(counts: RedactionCounts): Warning[] {
  const covered = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return covered.length > 0 ? [{ code: REDACTED, message: `Covered: ${covered.join(', ')}.` }] : [];
}
