import { ImrError } from '../common/errors.js';
import { readSimplePdf } from './pdf/fast-reader.js';
import { readWithPdfJs } from './pdf/general-reader.js';
import { layOut, type Run } from './pdf/layout.js';
import { StepAside } from './pdf/step-aside.js';

/** Letters have up to some twenty pages. */
export const MOST_PAGES = 500;
/** The end-of-file mark stands in the last 1024 bytes; some writers pad after it. */
const END_MARK_WITHIN = 2048;

/**
 * The text of a PDF, its lines rebuilt from where the words stand on the page, whatever order the file stores them
 * in. Pages are separated by form feeds. A simple PDF is read by our own fast reader, any other by pdf.js; the text is
 * the same.
 * @throws {ImrError} DAMAGED_PDF (truncated or corrupt), ENCRYPTED_FILE, FILE_TOO_LARGE (too many pages, or
 *   streams that hold too much) or NO_TEXT_LAYER.
 */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  if (!Buffer.from(bytes.subarray(-END_MARK_WITHIN)).includes('%%EOF')) {
    throw new ImrError('DAMAGED_PDF', 'The PDF is truncated: its end mark is missing.');
  }
  const simple = readSimplePdf(bytes, MOST_PAGES);
  return toText(simple instanceof StepAside ? await readWithPdfJs(bytes, MOST_PAGES) : simple);
}

function toText(runs: readonly (readonly Run[])[]): { text: string; pages: number } {
  const pages = runs.map(layOut);
  if (pages.every((page) => page === '')) {
    throw new ImrError(
      'NO_TEXT_LAYER',
      'The PDF holds no text, only images; it needs text recognition first.',
    );
  }
  return { text: pages.join('\f'), pages: pages.length };
}
