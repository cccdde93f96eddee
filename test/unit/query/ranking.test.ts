import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../src/query/input-error.js';
import type { ListPage } from '../../../src/query/page.js';
import { placeText } from '../../../src/query/place.js';
import type { Direction } from '../../../src/query/place.js';
import { rankedPage, ranking, type Ranking } from '../../../src/query/ranking.js';

interface Row {
  readonly id: string;
  readonly value: number | string | null;
}

const rows: readonly Row[] = [
  { id: 'b', value: 2 },
  { id: 'a', value: 2 },
  { id: 'none', value: null },
  { id: 'c', value: 1 },
];
const idOf = ({ id }: Row) => id;
const by = (direction: Direction): Ranking<Row> => ({
  order: `rows ${direction}`,
  valueOf: ({ value }) => value,
  direction,
  keyOf: idOf,
});

describe('ranking', () => {
  test.each([
    ['ASC', ['c', 'a', 'b', 'none']],
    ['DESC', ['a', 'b', 'c', 'none']],
  ] as const)('%s: equals by key, rows without a value last', (direction, expected) => {
    expect([...rows].sort(ranking<Row>(({ value }) => value, direction, idOf)).map(idOf)).toEqual(expected);
  });

  test('names as people order them', () => {
    const names = ['10', '9', 'b', 'a'].map((id) => ({ id, value: id }));
    expect(names.sort(ranking<Row>(({ value }) => value, 'ASC', idOf)).map(idOf)).toEqual([
      '9',
      '10',
      'a',
      'b',
    ]);
  });
});

/** All pages, each of so many rows, behind each other; before each page, the rows may change. */
function walk(pages: (page: number) => readonly Row[], first: number, order: Ranking<Row>): string[] {
  const seen: string[] = [];
  let after: string | null = null;
  for (let i = 0; ; i++) {
    const { nodes, hasNextPage, placeOf }: ListPage<Row> = rankedPage(pages(i), order, { first, after });
    seen.push(...nodes.map(idOf));
    const last = nodes.at(-1);
    if (!hasNextPage || last === undefined) return seen;
    after = placeOf(last);
  }
}

const anyRows = fc.uniqueArray(
  fc.record({
    id: fc.string(),
    value: fc.option(
      fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    ),
  }),
  { selector: idOf, maxLength: 30 },
);
const directions = fc.constantFrom<Direction>('ASC', 'DESC');
const sizes = fc.integer({ min: 1, max: 7 });

describe('rankedPage', () => {
  test.each([
    [{ first: 2 }, ['a', 'b'], true, false],
    [{ first: 2, after: placeText('rows DESC', { value: 2, key: 'b' }) }, ['c', 'none'], false, true],
    [{ first: 1, after: placeText('rows DESC', { value: 2, key: 'aa' }) }, ['b'], true, true],
    [{ first: 9, after: placeText('rows DESC', { value: null, key: '' }) }, ['none'], false, true],
    [{ first: 1, after: placeText('rows DESC', { value: null, key: 'none' }) }, [], false, true],
  ])('%j', async (page, expected, hasNextPage, hasPreviousPage) => {
    const { nodes, count, placeOf, ...rest } = rankedPage(rows, by('DESC'), page);
    expect([nodes.map(idOf), rest, await count()]).toEqual([expected, { hasNextPage, hasPreviousPage }, 4]);
  });

  test('walking the pages tells each row once, in order, whatever their size', () => {
    fc.assert(
      fc.property(anyRows, directions, sizes, (all, direction, first) => {
        const order = by(direction);
        const inOrder = [...all].sort(ranking(order.valueOf, direction, idOf)).map(idOf);
        expect(walk(() => all, first, order)).toEqual(inOrder);
      }),
    );
  });

  test('rows that come and go between pages neither repeat nor hide the others', () => {
    fc.assert(
      fc.property(anyRows, anyRows, directions, sizes, (all, others, direction, first) => {
        const stay = all.filter((_, i) => i % 2 === 0);
        const come = others.filter(({ id }) => !all.some((row) => row.id === id));
        const pages = (page: number) => (page === 0 ? all : page % 2 === 0 ? stay : [...stay, ...come]);
        const seen = walk(pages, first, by(direction));
        expect(new Set(seen).size).toBe(seen.length);
        expect(stay.map(idOf).filter((id) => !seen.includes(id))).toEqual([]);
      }),
    );
  });

  test.each([
    placeText('rows ASC', { value: 2, key: 'a' }),
    'nonsense',
    '{}',
    '["rows DESC"]',
    '["rows DESC",2]',
    '["rows DESC",2,3]',
    '["rows DESC",[2],"a"]',
    '["rows DESC",2,"a",1]',
  ])('%s is no place of this order', (after) => {
    expect(() => rankedPage(rows, by('DESC'), { first: 1, after })).toThrow(InputError);
  });
});
