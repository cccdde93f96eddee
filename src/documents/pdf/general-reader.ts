import { setImmediate } from 'node:timers/promises';
import { getDocumentProxy } from 'unpdf';
import { ImrError, messageOf } from '../../common/errors.js';
import type { Run } from './layout.js';

/**
 * The runs of text of each page of any PDF, read by pdf.js.
 * @throws {ImrError} DAMAGED_PDF, ENCRYPTED_FILE or FILE_TOO_LARGE (too many pages).
 */
export async function readWithPdfJs(bytes: Uint8Array, mostPages: number): Promise<Run[][]> {
  return observingStrays(() => readPages(bytes, mostPages)).catch(rethrow);
}

async function readPages(bytes: Uint8Array, mostPages: number): Promise<Run[][]> {
  // A copy: pdf.js takes the buffer away. `verbosity: 0` keeps its warnings off the console.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true });
  try {
    if (pdf.numPages > mostPages) {
      throw new ImrError(
        'FILE_TOO_LARGE',
        `The PDF has ${pdf.numPages} pages; at most ${mostPages} are read.`,
      );
    }
    const pages: Run[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.flatMap(toRun));
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

function toRun(item: object): Run[] {
  if (!('str' in item)) return [];
  const { str, transform, width, height } = item as {
    str: string;
    transform: number[];
    width: number;
    height: number;
  };
  if (str.trim() === '') return [];
  return [{ text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width, height }];
}

/**
 * pdf.js leaves some promises unobserved when a file is damaged, which would end the process. Its exceptions that
 * surface this way count as failures of the reading; any other goes its usual way.
 */
async function observingStrays<T>(read: () => Promise<T>): Promise<T> {
  const strays: Error[] = [];
  const observe = (reason: unknown) => {
    if (reason instanceof Error && reason.name.endsWith('Exception')) strays.push(reason);
    else throw reason;
  };
  process.on('unhandledRejection', observe);
  try {
    const result = await read();
    await setImmediate(); // strays are reported when the current turn of the event loop ends
    if (strays[0]) throw strays[0];
    return result;
  } finally {
    await setImmediate();
    process.off('unhandledRejection', observe);
  }
}

function rethrow(error: unknown): never {
  if (error instanceof ImrError) throw error;
  const locked = error instanceof Error && error.name === 'PasswordException';
  if (locked) throw new ImrError('ENCRYPTED_FILE', 'The PDF is locked by a password.', { cause: error });
  throw new ImrError('DAMAGED_PDF', `The PDF is damaged: ${messageOf(error)}`, { cause: error });
}
