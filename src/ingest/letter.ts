import type { LetterFile, TextReader } from '../corpus/text-reader.js';
import { isRejection, type DocumentSource, type Rejection } from '../documents/document.js';
import type { GraphClient } from '../graph/client.js';
import { rewriteCase } from '../graph/rewriting.js';
import { writeDetermination, type WrittenCase } from '../graph/writer.js';
import type { Warning } from '../parse/letter.js';
import { REDACTED } from '../redact/found.js';

/**
 * Reads one letter and writes it into the graph, in one transaction. What cannot be used comes back as a rejection and is not
 * kept: whoever sent it is there to be told.
 * @param letter plain text, a page of HTML, or a file
 * @throws {ImrError} READER_BUSY, DATABASE_UNAVAILABLE and the like; then the graph is as it was
 */
export async function ingestLetter(
  client: GraphClient,
  reader: TextReader,
  letter: string | LetterFile,
  signal?: AbortSignal,
): Promise<WrittenCase | Rejection> {
  const outcome = await reader.read(letter, signal);
  return isRejection(outcome) ? outcome : writeDetermination(client, outcome);
}

interface StoredLetter {
  readonly text: string;
  readonly source: DocumentSource;
  /** As the graph keeps them: `CODE: message`. */
  readonly warnings: readonly string[] | null;
}

/**
 * Reads the text that the graph keeps of a case again, with the present parser, and writes what it says in one transaction.
 * The files that it was first read from are not needed; what is known of them stays.
 * @returns null when there is no such case
 * @throws {ImrError} as `ingestLetter`, and CASE_CHANGED when somebody else changes the case at the same time
 */
export async function reparseCase(
  client: GraphClient,
  reader: TextReader,
  id: string,
  signal?: AbortSignal,
): Promise<WrittenCase | Rejection | null> {
  const [stored] = await client.read<StoredLetter>('read/stored-letter', { id });
  if (stored === undefined) return null;
  const { text, source } = stored;
  const outcome = await reader.read(text, signal);
  if (isRejection(outcome)) return outcome;
  const warnings = [...outcome.warnings, ...redactionsOf(stored)];
  return rewriteCase(client, { id, text }, { ...outcome, source, warnings });
}

/** What was covered in the letter before its text was kept: the text does not tell. */
function redactionsOf({ warnings }: StoredLetter): readonly Warning[] {
  const begin = `${REDACTED}: `;
  return (warnings ?? [])
    .filter((warning) => warning.startsWith(begin))
    .map((warning) => ({ code: REDACTED, message: warning.slice(begin.length) }));
}
