import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/query/input-error.js';
import { rankedPage, ranking } from '../../../src/query/ranking.js';

interface Row {
  readonly id: string;
  readonly value: number | null;
}

const rows: readonly Row[] = [
  { id: 'b', value: 2 },
  { id: 'a', value: 2 },
  { id: 'none', value: null },
  { id: 'c', value: 1 },
];
const idOf = ({ id }: Row) => id;

describe('ranking', () => {
  test.each([
    ['ASC', ['c', 'a', 'b', 'none']],
    ['DESC', ['a', 'b', 'c', 'none']],
  ] as const)('%s: equals by key, rows without a value last', (direction, expected) => {
    expect([...rows].sort(ranking<Row>(({ value }) => value, direction, idOf)).map(idOf)).toEqual(expected);
  });
});

describe('rankedPage', () => {
  test.each([
    [{ first: 2 }, ['b', 'a'], true],
    [{ first: 2, after: 'a' }, ['none', 'c'], false],
    [{ first: 9, after: null }, ['b', 'a', 'none', 'c'], false],
    [{ first: 1, after: 'c' }, [], false],
  ])('%j', (page, expected, hasNextPage) => {
    const { nodes, ...rest } = rankedPage(rows, idOf, page);
    expect([nodes.map(idOf), rest]).toEqual([expected, { hasNextPage }]);
  });

  test('a cursor of another list is refused', () => {
    expect(() => rankedPage(rows, idOf, { first: 1, after: 'z' })).toThrow(InputError);
  });
});
