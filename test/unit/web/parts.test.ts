import { describe, expect, test } from '@jest/globals';
import { joined } from '../../../web/explorer/graph/network.js';
import { placesOf } from '../../../web/explorer/graph/layout.js';
import { cypherOf, graphqlOf } from '../../../web/explorer/graph/statements.js';
import { csvOf } from '../../../web/explorer/parts/csv.js';
import { withoutGaps } from '../../../web/explorer/parts/quarters.js';
import { fieldWords, words } from '../../../web/explorer/parts/words.js';
import { parse } from 'graphql';

const tally = {
  findings: 2,
  upheld: 1,
  overturned: 1,
  upholdRate: 0.5,
  upholdRateInterval: { low: 0.1, high: 0.9 },
  small: true,
};

describe('CSV', () => {
  test('keeps commas, quotes and line ends within a field, and null apart from an empty text', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x, "y"\nz', null],
          [1.5, ''],
        ],
      ),
    ).toBe('a,b\r\n"x, ""y""\nz",\r\n1.5,\r\n');
  });

  test('is read as text where a spreadsheet would run it', () => {
    expect(csvOf(['a'], [['=HYPERLINK("x")'], [-1]])).toBe('a\r\n"\'=HYPERLINK(""x"")"\r\n-1\r\n');
  });
});

test('quarters without findings stand between those that have some, with no rate', () => {
  const quarters = withoutGaps([
    { name: '2016-Q3', tally },
    { name: '2017-Q2', tally },
  ]);
  expect(quarters.map(({ name, tally: { upholdRate } }) => [name, upholdRate])).toEqual([
    ['2016-Q3', 0.5],
    ['2016-Q4', null],
    ['2017-Q1', null],
    ['2017-Q2', 0.5],
  ]);
  expect(withoutGaps([])).toEqual([]);
});

test.each([
  ['NOT_MET', 'Not met'],
  ['RED_FLAG', 'Red flag'],
])('%s is called %s', (name, called) => {
  expect(words(name)).toBe(called);
});

test('fields are called by what they hold', () => {
  expect(['decisionDate', 'specialties.0'].map(fieldWords)).toEqual(['Decision date', 'Specialties']);
});

describe('the drawing of a graph', () => {
  const node = (id: string) => ({ id, kind: 'Finding' as const, label: id });
  const network = joined([
    { nodes: [node('a'), node('b')], edges: [{ from: 'a', to: 'b', name: 'CITES' }], more: 0 },
    {
      nodes: [node('b'), node('c')],
      edges: [
        { from: 'a', to: 'b', name: 'CITES' },
        { from: 'b', to: 'c', name: 'CITES' },
      ],
      more: 0,
    },
  ]);

  test('has each node and edge once', () => {
    expect(network.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(network.edges).toHaveLength(2);
  });

  test('sets no two nodes on one place, and leaves former ones near where they were', () => {
    const places = placesOf(network, new Map());
    expect(new Set([...places.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(3);
    const later = placesOf(
      joined(
        [network, { nodes: [node('d')], edges: [{ from: 'c', to: 'd', name: 'CITES' }] }].map((each) => ({
          more: 0,
          ...each,
        })),
      ),
      places,
    );
    const moved = [...places].map(([id, { x, y }]) =>
      Math.hypot((later.get(id)?.x ?? 0) - x, (later.get(id)?.y ?? 0) - y),
    );
    expect(Math.max(...moved)).toBeLessThan(100);
  });
});

test('what is copied holds ids as strings, whatever is in them', () => {
  const id = 'Guideline:A "quoted" > \\ name';
  expect(cypherOf({ id, kind: 'Criterion', label: '' })).toContain(
    '(n:Guideline {id: "A \\"quoted\\" > \\\\ name"})',
  );
  expect(() => parse(graphqlOf({ id, kind: 'Criterion', label: '' }))).not.toThrow();
});
