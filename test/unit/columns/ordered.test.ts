import { describe, expect, test } from '@jest/globals';
import { emptyBits, setBit } from '../../../src/columns/bits.js';
import { OrderedRows } from '../../../src/columns/ordered.js';
import { UNKNOWN } from '../../../src/columns/store.js';

const ROWS = 5_000;

/** Some numbers have many rows, some one, some none; of each tenth row it is not known. */
const numbers = Int32Array.from({ length: ROWS }, (_, row) => {
  if (row % 10 === 0) return UNKNOWN;
  return row % 3 === 0 ? 7 : 100 + ((row * 37) % 4_000) * 2;
});

const ordered = new OrderedRows(numbers);
const bits = emptyBits(ROWS);
for (let row = 0; row < ROWS; row++) if (row % 4 !== 1) setBit(bits, row);

const inSet = [...numbers.keys()].filter((row) => row % 4 !== 1);

describe.each([
  ['ascending', false],
  ['descending', true],
])('rows in order, %s', (_, descending) => {
  test.each([undefined, null, -5, 7, 7.5, 100, 101, 4_000, 4_099.5, 8_098, 8_099, 100_000])(
    'from %s on',
    (from) => {
      const found = [...ordered.inSet(bits, descending, from)].flatMap((rows) => [...rows]);
      const told = found.map((row) => ordered.numberOf(row));
      expect(told).toEqual([...told].sort((a, b) => order(a, b, descending)));
      expect(new Set(found).size).toBe(found.length);
      const wanted = inSet.filter((row) => isBehind(ordered.numberOf(row), from, descending));
      const early = new Set(found);
      for (const row of wanted) expect(early.delete(row)).toBe(true);
      // It may begin with a number that is not wanted any more: whoever asks looks at the place itself.
      expect(new Set([...early].map((row) => ordered.numberOf(row))).size).toBeLessThanOrEqual(1);
    },
  );
});

/** Those of which it is not known come last. */
function order(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? b - a : a - b;
}

function isBehind(number: number | null, from: number | null | undefined, descending: boolean): boolean {
  if (from === undefined || number === null) return true;
  if (from === null) return false;
  return descending ? number <= from : number >= from;
}
