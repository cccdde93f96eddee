import { ImrError } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import type { Document, FileBytes, Rejection } from './document.js';
import { readDocx } from './docx.js';
import { isZip, refuseUnreadForms } from './forms.js';
import { isHtml, readHtml } from './html.js';
import { READ_LIMITS, tooLarge } from './limits.js';
import { openFile } from './open-file.js';
import { readPdf } from './pdf.js';
import { decodeText } from './text.js';

/** A PDF's header need not be its very first bytes. */
const PDF_HEADER_WITHIN = 1024;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A document's text, and what is known of it from its form. */
interface Extract {
  readonly text: string;
  readonly mediaType: string;
  readonly pages: number;
}

/** Reads one file (an archive holds several: see `readSources`). What cannot be read comes back as a rejection. */
export async function readDocument(path: string): Promise<Document | Rejection> {
  let bytes: Uint8Array;
  try {
    const file = openFile(path);
    try {
      if (file.size > READ_LIMITS.fileBytes) throw tooLarge(file.size, READ_LIMITS.fileBytes);
      bytes = file.read(0, file.size);
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof ImrError) return { path, sha256: null, error };
    throw error;
  }
  return toDocument({ path, sha256: sha256(bytes), bytes });
}

/** The text of a file. What cannot be read comes back as a rejection; nothing is thrown for it. */
export async function toDocument({ path, sha256: hash, bytes }: FileBytes): Promise<Document | Rejection> {
  try {
    refuseUnreadForms(path, bytes);
    if (bytes.length === 0) throw new ImrError('EMPTY_FILE', 'The file is empty.');
    const { text, ...form } = await extract(path, bytes);
    if (text.trim() === '') throw new ImrError('EMPTY_FILE', 'The file holds only white space.');
    const most = READ_LIMITS.textLength;
    if (text.length > most) {
      throw new ImrError(
        'FILE_TOO_LARGE',
        `Its text has ${text.length} characters; at most ${most} are read.`,
      );
    }
    return { source: { path, sha256: hash, ...form }, text };
  } catch (error) {
    if (error instanceof ImrError) return { path, sha256: hash, error };
    throw error;
  }
}

/** What a file holds, its bytes decide. */
async function extract(path: string, bytes: Uint8Array): Promise<Extract> {
  if (isZip(bytes)) return { text: await readDocx(bytes), mediaType: DOCX, pages: 1 };
  if (isPdf(bytes)) return { ...(await readPdf(bytes)), mediaType: 'application/pdf' };
  if (bytes.length > READ_LIMITS.markupBytes) throw tooLarge(bytes.length, READ_LIMITS.markupBytes);
  if (isHtml(path, bytes)) return { text: readHtml(bytes), mediaType: 'text/html', pages: 1 };
  const text = decodeText(bytes);
  return { text, mediaType: 'text/plain', pages: text.trimEnd().split('\f').length };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-');
}
