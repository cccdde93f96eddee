import { setImmediate } from 'node:timers/promises';
import { getDocumentProxy } from 'unpdf';
import { ImrError, messageOf } from '../common/errors.js';

/** A run of glyphs as pdf.js gives it; lengths in points, the origin at the page's lower left. */
interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Baselines closer than this share of the height are one line (a value may stand a hair beside its label). */
const SAME_LINE = 0.4;
/** Runs farther apart than this share of the height are separate words. */
const WORD_GAP = 0.15;
/** Baselines farther apart than this many heights have a blank line between them. */
const BLANK_LINE_GAP = 1.75;
/** Letters have up to some twenty pages. */
const MOST_PAGES = 500;
/** The end-of-file mark stands in the last 1024 bytes; some writers pad after it. */
const END_MARK_WITHIN = 2048;

/**
 * The text of a PDF, its lines rebuilt from where the words stand on the page, whatever order the file stores them
 * in. Pages are separated by form feeds.
 * @throws {ImrError} DAMAGED_PDF (truncated, corrupt or locked by a password), FILE_TOO_LARGE (too many pages) or
 *   NO_TEXT_LAYER.
 */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  if (!Buffer.from(bytes.subarray(-END_MARK_WITHIN)).includes('%%EOF')) {
    throw new ImrError('DAMAGED_PDF', 'The PDF is truncated: its end mark is missing.');
  }
  const pages = await observingStrays(() => readPages(bytes)).catch(rethrow);
  if (pages.every((page) => page === '')) {
    throw new ImrError(
      'NO_TEXT_LAYER',
      'The PDF holds no text, only images; it needs text recognition first.',
    );
  }
  return { text: pages.join('\f'), pages: pages.length };
}

async function readPages(bytes: Uint8Array): Promise<string[]> {
  // A copy: pdf.js takes the buffer away. `verbosity: 0` keeps its warnings off the console.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true });
  try {
    if (pdf.numPages > MOST_PAGES) {
      throw new ImrError(
        'FILE_TOO_LARGE',
        `The PDF has ${pdf.numPages} pages; at most ${MOST_PAGES} are read.`,
      );
    }
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(layOut(items.flatMap(toRun)));
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

function layOut(runs: readonly Run[]): string {
  const lines: string[] = [];
  let previous: Run | undefined;
  for (const line of groupIntoLines(runs)) {
    const first = line[0];
    if (!first) continue;
    if (previous && previous.y - first.y > BLANK_LINE_GAP * first.height) lines.push('');
    lines.push(joinRuns(line.sort((a, b) => a.x - b.x)));
    previous = first;
  }
  return lines.join('\n');
}

function groupIntoLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && first.y - run.y < SAME_LINE * first.height) line.push(run);
    else lines.push([run]);
  }
  return lines;
}

function joinRuns(runs: readonly Run[]): string {
  let text = '';
  let end = -Infinity;
  for (const run of runs) {
    const apart = run.x - end > WORD_GAP * run.height;
    text += (text !== '' && apart ? ' ' : '') + run.text;
    end = run.x + run.width;
  }
  return text;
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
  const reason = locked ? 'The PDF is locked by a password.' : `The PDF is damaged: ${messageOf(error)}`;
  throw new ImrError('DAMAGED_PDF', reason, { cause: error });
}
