import { readRuns } from './content.js';
import { PdfFile } from './file.js';
import { Fonts } from './font.js';
import type { Run } from './layout.js';
import { readPages } from './pages.js';
import { StepAside } from './step-aside.js';

/**
 * The runs of text of each page, where the PDF is of the simple kind in which letters are published: the same runs that
 * the general reader finds, many times faster. Otherwise the reason why the general reader must decide. What is known is
 * listed in docs/parsing.md.
 * @throws {ImrError} FILE_TOO_LARGE when its streams hold more than any letter does.
 */
export function readSimplePdf(bytes: Uint8Array, mostPages: number): Run[][] | StepAside {
  try {
    const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const fonts = new Fonts(file);
    return readPages(file, mostPages).map((page) => readRuns(file, page, fonts));
  } catch (error) {
    if (error instanceof StepAside) return error;
    throw error;
  }
}
