import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_KNOWN, FILE_REPLACED, REPLACED, WRITTEN } from './choosing.js';
import { partFiles, type HeadLine, type PartLines } from './parts.js';
import { LETTER_TABLES } from './tables.js';

const COPIED_AT_ONCE = 4 << 20;

/** Which files hold the rows of letters that stay, by table; and how many rows those are, by label or type. */
export interface KeptRows {
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** Takes the rows of letters away that the graph does not hold: only files that have some are written again. */
export async function keepRows(
  folder: string,
  target: string,
  parts: AsyncIterable<PartLines>,
  marks: Uint8Array,
): Promise<KeptRows> {
  const files: Record<string, string[]> = Object.fromEntries(LETTER_TABLES.map(({ name }) => [name, []]));
  const counts: Record<string, number> = Object.fromEntries(LETTER_TABLES.map(({ kind }) => [kind, 0]));
  for await (const { part, start, lines } of parts) {
    for (const [column, { name, kind }] of LETTER_TABLES.entries()) {
      const stays = staysIn(name);
      const { ranges, rows, isWhole } = select(lines, column, (i) => stays(marks[start + i] ?? 0));
      counts[kind] = (counts[kind] ?? 0) + rows;
      const original = partFiles(part.number)[column] ?? '';
      const kept = isWhole ? original : join(target, original);
      if (!isWhole) await copyRanges(join(folder, original), join(folder, kept), ranges);
      files[name]?.push(kept);
    }
  }
  return { files, counts };
}

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
  stays: (line: number) => boolean,
): { ranges: Range[]; rows: number; isWhole: boolean } {
  const ranges: Range[] = [];
  let rows = 0;
  let end = 0;
  let isWhole = true;
  for (const [i, line] of lines.entries()) {
    if ('code' in line) continue;
    const start = end;
    end += line.lengths[column] ?? 0;
    if (!stays(i)) {
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
