import { rowsOf, type Bits } from './bits.js';

/** Rows by a code that each has: those of code 0, then those of code 1, and so on; ascending rows in each. */
export interface GroupedRows {
  readonly rows: Uint32Array;
  /** Where the rows of a code begin; one more for the end. */
  readonly starts: Uint32Array;
}

/** @param codes how many codes there are */
export function groupRows(length: number, codes: number, codeOf: (row: number) => number): GroupedRows {
  const starts = new Uint32Array(codes + 1);
  for (let row = 0; row < length; row++) {
    const next = codeOf(row) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let code = 0; code < codes; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const rows = new Uint32Array(length);
  const next = starts.slice();
  for (let row = 0; row < length; row++) {
    const code = codeOf(row);
    const at = next[code] ?? 0;
    rows[at] = row;
    next[code] = at + 1;
  }
  return { rows, starts };
}

/** How many rows of a set have each code. */
export function countCodes(rows: Bits, codes: ArrayLike<number>, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const row of rowsOf(rows)) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
