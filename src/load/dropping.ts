import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_KNOWN, FILE_REPLACED, REPLACED, WRITTEN } from './choosing.js';
import { partFiles, type HeadLine, type Part, type PartLines } from './parts.js';
import { LETTER_TABLES } from './tables.js';

const COPIED_AT_ONCE = 4 << 20;

/** Which files hold the rows of letters that stay, by table; and how many rows those are, by label or type. */
export interface KeptRows {
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** Of one part, how many letters it has and how many rows of each table. */
export interface PartTotals {
  letters: number;
  readonly rows: number[];
}

/** Passes parts on, adding up what each holds: most of them are not looked at again. */
export async function* summed(
  parts: AsyncIterable<PartLines>,
  totals: PartTotals[],
): AsyncGenerator<PartLines> {
  for await (const lines of parts) {
    totals.push(totalsOf(lines));
    yield lines;
  }
}

function totalsOf({ lines }: PartLines): PartTotals {
  const totals: PartTotals = { letters: 0, rows: LETTER_TABLES.map(() => 0) };
  for (const line of lines) {
    if ('code' in line) continue;
    totals.letters++;
    for (let column = 0; column < totals.rows.length; column++)
      totals.rows[column] = (totals.rows[column] ?? 0) + (line.rows[column] ?? 0);
  }
  return totals;
}

/**
 * Takes the rows of letters away that the graph does not hold: only files that have some are written again.
 * @param folder of the parts
 * @param target below that: where files are written
 * @param read a part's lines, and its first one's index
 */
export async function keepRows(
  folder: string,
  target: string,
  parts: readonly Part[],
  {
    totals,
    marks,
    read,
  }: {
    readonly totals: readonly PartTotals[];
    readonly marks: Uint8Array;
    readonly read: (part: Part) => Promise<readonly HeadLine[]>;
  },
): Promise<KeptRows> {
  const files: Record<string, string[]> = Object.fromEntries(LETTER_TABLES.map(({ name }) => [name, []]));
  const counts: Record<string, number> = Object.fromEntries(LETTER_TABLES.map(({ kind }) => [kind, 0]));
  let start = 0;
  for (const [i, part] of parts.entries()) {
    const own = marks.subarray(start, (start += part.files));
    const { letters = 0, rows: all = [] } = totals[i] ?? {};
    const isWhole = own.filter(staysWhole).length === letters;
    const lines = isWhole ? [] : await read(part);
    for (const [column, { name, kind }] of LETTER_TABLES.entries()) {
      const original = partFiles(part.number)[column] ?? '';
      const chosen = isWhole
        ? { rows: all[column] ?? 0, isWhole }
        : select(lines, column, own, staysIn(name));
      counts[kind] = (counts[kind] ?? 0) + chosen.rows;
      const kept = chosen.isWhole ? original : join(target, original);
      if ('ranges' in chosen && !chosen.isWhole)
        await copyRanges(join(folder, original), join(folder, kept), chosen.ranges);
      files[name]?.push(kept);
    }
  }
  return { files, counts };
}

/** Whether a letter, by its marks, has rows in all tables. */
const staysWhole = (marks: number): boolean =>
  (marks & (WRITTEN | REPLACED | FILE_REPLACED | FILE_KNOWN)) === WRITTEN;

/** Which letters, by their marks, have rows in a table. */
function staysIn(table: (typeof LETTER_TABLES)[number]['name']): (marks: number) => boolean {
  if (table === 'documents') return (marks) => (marks & FILE_REPLACED) === 0;
  if (table === 'read-from') return (marks) => (marks & FILE_KNOWN) === 0;
  return (marks) => (marks & (WRITTEN | REPLACED)) === WRITTEN;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The bytes of the rows that stay in one file of a part; neighbours are one range. */
function select(
  lines: readonly HeadLine[],
  column: number,
  marks: Uint8Array,
  stays: (marks: number) => boolean,
): { ranges: Range[]; rows: number; isWhole: boolean } {
  const ranges: Range[] = [];
  let rows = 0;
  let end = 0;
  let isWhole = true;
  for (const [i, line] of lines.entries()) {
    if ('code' in line) continue;
    const start = end;
    end += line.lengths[column] ?? 0;
    if (!stays(marks[i] ?? 0)) {
      isWhole &&= end === start;
      continue;
    }
    rows += line.rows[column] ?? 0;
    const last = ranges.at(-1);
    if (last?.end === start) ranges[ranges.length - 1] = { start: last.start, end };
    else ranges.push({ start, end });
  }
  return { ranges, rows, isWhole };
}

async function copyRanges(from: string, to: string, ranges: readonly Range[]): Promise<void> {
  const source = await open(from);
  const target = await open(to, 'w');
  try {
    for (const { start, end } of ranges) {
      for (let at = start; at < end; at += COPIED_AT_ONCE) {
        const buffer = Buffer.allocUnsafe(Math.min(COPIED_AT_ONCE, end - at));
        await source.read(buffer, 0, buffer.length, at);
        await target.writeFile(buffer);
      }
    }
  } finally {
    await source.close();
    await target.close();
  }
}
