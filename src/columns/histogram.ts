import { rowsOf, type Bits } from './bits.js';
import type { Lists } from './lists.js';

/** How many findings, and how many of them were upheld, have the codes. */
export interface Count {
  readonly findings: number;
  readonly upheld: number;
}

/** More pairs of codes than that are counted in a map. */
const MOST_CELLS = 4_000_000;

/** Counts a set of findings by the codes of one column: by code, overturned and upheld in turn. */
function countByCode(bits: Bits, codes: ArrayLike<number>, size: number, upheld: Uint8Array): Uint32Array {
  const counts = new Uint32Array(size * 2);
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] ?? 0;
    const base = i << 5;
    while (word !== 0) {
      const lowest = word & -word;
      const row = base + 31 - Math.clz32(lowest);
      const cell = (codes[row] ?? 0) * 2 + (upheld[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
      word ^= lowest;
    }
  }
  return counts;
}

/** Counts a set of findings by their lists: one entry for each list that any has. */
export function* countByList<Value>(
  bits: Bits,
  { codes, values }: Lists<Value>,
  upheld: Uint8Array,
): Generator<[readonly Value[], Count]> {
  const counts = countByCode(bits, codes, values.length, upheld);
  for (const [code, list] of values.entries()) {
    const count = countAt(counts, code);
    if (count.findings > 0) yield [list, count];
  }
}

/** As {@link countByList}, by two columns. */
export function* countByPair<One, Other>(
  bits: Bits,
  one: Lists<One>,
  other: Lists<Other>,
  upheld: Uint8Array,
): Generator<[readonly One[], readonly Other[], Count]> {
  const width = other.values.length;
  const listsOf = (cell: number) =>
    [one.values[Math.floor(cell / width)] ?? [], other.values[cell % width] ?? []] as const;
  if (one.values.length * width <= MOST_CELLS) {
    const counts = countCells(bits, one.codes, other.codes, width, one.values.length * width, upheld);
    for (let cell = 0; cell < counts.length / 2; cell++) {
      const count = countAt(counts, cell);
      if (count.findings > 0) yield [...listsOf(cell), count];
    }
    return;
  }
  const cellOf = (row: number) => (one.codes[row] ?? 0) * width + (other.codes[row] ?? 0);
  for (const [cell, count] of countByCell(bits, cellOf, upheld)) {
    yield [...listsOf(cell), count];
  }
}

function countCells(
  bits: Bits,
  ones: ArrayLike<number>,
  others: ArrayLike<number>,
  width: number,
  size: number,
  upheld: Uint8Array,
): Uint32Array {
  const counts = new Uint32Array(size * 2);
  for (const row of rowsOf(bits)) {
    const cell = ((ones[row] ?? 0) * width + (others[row] ?? 0)) * 2 + (upheld[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** Counts a set of findings by a number of each, be there ever so many. */
export function countByCell(
  bits: Bits,
  cellOf: (row: number) => number,
  upheld: Uint8Array,
): ReadonlyMap<number, Count> {
  const counts = new Map<number, { findings: number; upheld: number }>();
  for (const row of rowsOf(bits)) {
    const cell = cellOf(row);
    let count = counts.get(cell);
    if (count === undefined) counts.set(cell, (count = { findings: 0, upheld: 0 }));
    count.findings++;
    count.upheld += upheld[row] ?? 0;
  }
  return counts;
}

function countAt(counts: Uint32Array, cell: number): Count {
  const upheld = counts[cell * 2 + 1] ?? 0;
  return { findings: (counts[cell * 2] ?? 0) + upheld, upheld };
}

/** Sums of counts by key. */
export class Sums<Key> {
  private readonly counts = new Map<Key, { findings: number; upheld: number }>();

  add(key: Key, { findings, upheld }: Count): void {
    const sum = this.counts.get(key);
    if (sum === undefined) {
      this.counts.set(key, { findings, upheld });
      return;
    }
    sum.findings += findings;
    sum.upheld += upheld;
  }

  entries(): IterableIterator<[Key, Count]> {
    return this.counts.entries();
  }
}
