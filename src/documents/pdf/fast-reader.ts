import { readRuns, Surroundings } from './content.js';
import { PdfFile } from './file.js';
import type { Run } from './layout.js';
import { readPages } from './pages.js';
import { StepAside } from './step-aside.js';

/**
 * The runs of text of each page, where the PDF is of the simple kind in which letters are published: the same runs that
 * the general reader finds, many times faster. Otherwise the reason why the general reader must decide.
 *
 * It knows, and steps aside at anything else:
 * - cross-reference tables and streams, chained ones too, object streams; lengths, offsets and checksums that are right;
 * - FlateDecode; encryption with an empty password by RC4 or AES of at most 128 bits;
 * - simple fonts in WinAnsiEncoding or with a ToUnicode map, composite ones with Identity-H and a ToUnicode map; each
 *   with its widths, and embedded as TrueType or not at all;
 * - upright text from left to right, in scripts that run so, also within forms; the operators of `operators.ts`.
 * @throws {ImrError} FILE_TOO_LARGE when its streams or its text hold more than any letter does; DAMAGED_PDF when a
 *   stream that counts for the text disagrees with its checksum.
 */
export function readSimplePdf(bytes: Uint8Array, mostPages: number): Run[][] | StepAside {
  try {
    const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const surroundings = new Surroundings(file);
    return readPages(file, mostPages).map((page) => readRuns(page, surroundings));
  } catch (error) {
    if (error instanceof StepAside) return error;
    throw error;
  }
}
