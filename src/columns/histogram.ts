import { countBits, rowsOf, type Bits } from './bits.js';
import { codeAt, type Lists } from './lists.js';
import type { View } from './view.js';

/** How many findings, and how many of them were upheld, have the codes. */
export interface Count {
  readonly findings: number;
  readonly upheld: number;
}

/** More pairs of lists than that are counted in a map. */
const MOST_PAIRS = 4_000_000;

/** What all findings that are alive count, of lists that were counted. */
const TOTALS = new WeakMap<Lists<unknown>, Uint32Array>();

/** Counts a set of findings by their lists: one entry for each list that any has. */
export function* countByList<Value>(
  { store, selection }: View,
  bits: Bits,
  lists: Lists<Value>,
): Generator<[readonly Value[], Count]> {
  const isMost = countBits(bits) * 2 > store.size.findings;
  const counts = isMost ? countByOthers(bits, lists, selection.alive.findings) : countCells(bits, lists);
  for (const [code, list] of lists.values.entries()) {
    const count = countAt(counts, code);
    if (count.findings > 0) yield [list, count];
  }
}

/** Of a set that is most of all: what all have, less what those have that are not in it. */
function countByOthers(bits: Bits, lists: Lists<unknown>, all: Bits): Uint32Array {
  const totals = TOTALS.get(lists) ?? countCells(all, lists);
  TOTALS.set(lists, totals);
  const others = countCells(all, lists, bits);
  return totals.map((total, cell) => total - (others[cell] ?? 0));
}

/** By cell, those of a set that are not in another. */
function countCells(bits: Bits, { cells, values }: Lists<unknown>, without?: Bits): Uint32Array {
  const counts = new Uint32Array(values.length * 2);
  for (let i = 0; i < bits.length; i++) {
    const base = i << 5;
    for (let word = (bits[i] ?? 0) & ~(without?.[i] ?? 0); word !== 0; word &= word - 1) {
      const cell = cells[base + 31 - Math.clz32(word & -word)] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

/** As {@link countByList}, by two columns. */
export function* countByPair<One, Other>(
  bits: Bits,
  one: Lists<One>,
  other: Lists<Other>,
): Generator<[readonly One[], readonly Other[], Count]> {
  const width = other.values.length;
  for (const [pair, count] of countPairs(bits, one, other)) {
    yield [one.values[Math.floor(pair / width)] ?? [], other.values[pair % width] ?? [], count];
  }
}

function* countPairs(
  bits: Bits,
  one: Lists<unknown>,
  other: Lists<unknown>,
): Generator<readonly [number, Count]> {
  const width = other.values.length * 2;
  const pairs = one.values.length * other.values.length;
  const cellOf = (row: number) => codeAt(one, row) * width + (other.cells[row] ?? 0);
  if (pairs > MOST_PAIRS) {
    yield* countByCell(bits, cellOf);
    return;
  }
  const counts = new Uint32Array(pairs * 2);
  for (const row of rowsOf(bits)) {
    const cell = cellOf(row);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  for (let pair = 0; pair < pairs; pair++) {
    const count = countAt(counts, pair);
    if (count.findings > 0) yield [pair, count];
  }
}

/**
 * Counts a set of findings by a number of each, be there ever so many.
 * @param cellOf twice that number, and one more where the denial stands
 */
export function countByCell(bits: Bits, cellOf: (row: number) => number): ReadonlyMap<number, Count> {
  const counts = new Map<number, { findings: number; upheld: number }>();
  for (const row of rowsOf(bits)) {
    const cell = cellOf(row);
    const number = Math.floor(cell / 2);
    let count = counts.get(number);
    if (count === undefined) counts.set(number, (count = { findings: 0, upheld: 0 }));
    count.findings++;
    count.upheld += cell % 2;
  }
  return counts;
}

function countAt(counts: Uint32Array, code: number): Count {
  const upheld = counts[code * 2 + 1] ?? 0;
  return { findings: (counts[code * 2] ?? 0) + upheld, upheld };
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
