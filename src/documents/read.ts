import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { ImrError, messageOf } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import type { Document, Rejection } from './document.js';
import { isReadForm } from './files.js';
import { readPdf } from './pdf.js';
import { decodeText } from './text.js';

/** A scanned letter may have some tens of megabytes. */
const MOST_BYTES = 100_000_000;
/** A PDF's header need not be its very first bytes. */
const PDF_HEADER_WITHIN = 1024;

/** Reads one file. What cannot be read comes back as a rejection; nothing is thrown for it. */
export async function readDocument(path: string): Promise<Document | Rejection> {
  let hash: string | null = null;
  try {
    const bytes = await readBytes(path);
    hash = sha256(bytes);
    return await toDocument(path, bytes, hash);
  } catch (error) {
    if (error instanceof ImrError) return { path, sha256: hash, error };
    throw error;
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await stat(path);
    // Reading a pipe or a device could wait for ever.
    if (!file.isFile()) throw new ImrError('UNREADABLE_FILE', 'Not a file, or a folder without access.');
    if (file.size > MOST_BYTES) {
      throw new ImrError(
        'FILE_TOO_LARGE',
        `The file has ${file.size} bytes; at most ${MOST_BYTES} are read.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof ImrError) throw error;
    const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw missing
      ? new ImrError('NOT_FOUND', 'No such file or folder.', { cause: error })
      : new ImrError('UNREADABLE_FILE', messageOf(error), { cause: error });
  }
}

async function toDocument(path: string, bytes: Uint8Array, hash: string): Promise<Document> {
  if (!isReadForm(path)) {
    throw new ImrError(
      'UNSUPPORTED_MEDIA_TYPE',
      `Files of type "${extname(path)}" are not read; .txt and .pdf are.`,
    );
  }
  if (bytes.length === 0) throw new ImrError('EMPTY_FILE', 'The file is empty.');
  if (isPdf(bytes)) {
    const { text, pages } = await readPdf(bytes);
    return { source: { path, sha256: hash, mediaType: 'application/pdf', pages }, text };
  }
  const text = decodeText(bytes);
  if (text.trim() === '') throw new ImrError('EMPTY_FILE', 'The file holds only white space.');
  const pages = text.trimEnd().split('\f').length;
  return { source: { path, sha256: hash, mediaType: 'text/plain', pages }, text };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-');
}
