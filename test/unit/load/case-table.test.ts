import { expect, test } from '@jest/globals';
import { CompactTable } from '../../../src/load/case-table.js';

test('knows each key with its last value, however often it grows', () => {
  const table = new CompactTable(4);
  const hash = (i: number) => i.toString(16).padStart(16, '0');
  for (let i = 0; i < 5_000; i++) table.set(`CM16-${i}`, i, hash(i));
  for (let i = 0; i < 5_000; i += 7) table.set(`CM16-${i}`, i + 1, `${hash(i + 1)}ffff`);
  for (let i = 0; i < 5_000; i++) {
    const last = i % 7 === 0 ? i + 1 : i;
    expect(table.get(`CM16-${i}`)).toEqual({ index: last, hash: hash(last) });
  }
  expect(table.get('CM16-5000')).toBeUndefined();
});
