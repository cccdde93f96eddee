import { describe, expect, test } from '@jest/globals';
import { benjaminiHochberg, fisherExact, logFactorial } from '../../../src/query/significance.js';

test.each([
  [0, 0],
  [5, Math.log(120)],
  [31, 78.0922235533153],
  [32, 81.55795945611504],
  [100, 363.73937555556347],
])('the logarithm of %d!', (n, expected) => {
  expect(logFactorial(n)).toBeCloseTo(expected, 10);
});

describe("Fisher's exact test, two-sided", () => {
  test.each([
    ['the lady tasting tea', [3, 4, 4, 8], 0.4857142857],
    ['a published example', [1, 10, 12, 24], 0.0027594562],
    ['another', [8, 10, 9, 16], 0.034965035],
    ['no difference at all', [5, 10, 50, 100], 1],
    ['all are successes', [4, 4, 9, 9], 1],
    ['nothing drawn', [0, 0, 5, 9], 1],
    ['the whole is drawn', [5, 9, 5, 9], 1],
  ])('%s', (_, [hits = 0, drawn = 0, successes = 0, total = 0], expected) => {
    expect(fisherExact(hits, drawn, successes, total)).toBeCloseTo(expected, 9);
  });

  test('is the sum over all tables that are no likelier, for every small table', () => {
    const total = 14;
    for (let drawn = 0; drawn <= total; drawn++) {
      for (let successes = 0; successes <= total; successes++) {
        const tables = likelihoods(drawn, successes, total);
        for (const [hits, own] of tables) {
          const expected = [...tables.values()]
            .filter((p) => p <= own * (1 + 1e-9))
            .reduce((a, b) => a + b, 0);
          expect(fisherExact(hits, drawn, successes, total)).toBeCloseTo(expected, 9);
        }
      }
    }
  });

  test('of many findings: as the normal approximation tells, where that is good', () => {
    // 500 above what is expected, of a standard deviation of 500: p of z = 1, with continuity correction.
    expect(fisherExact(500_500, 1_000_000, 1_000_000, 2_000_000)).toBeCloseTo(0.1576, 3);
    expect(fisherExact(510_000, 1_000_000, 1_000_000, 2_000_000)).toBeLessThan(1e-100);
  });
});

/** The probability of each number of hits, by counting. */
function likelihoods(drawn: number, successes: number, total: number): Map<number, number> {
  const tables = new Map<number, number>();
  for (let hits = Math.max(0, drawn + successes - total); hits <= Math.min(drawn, successes); hits++) {
    const ways = choose(successes, hits) * choose(total - successes, drawn - hits);
    tables.set(hits, ways / choose(total, drawn));
  }
  return tables;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

test.each([
  [[], []],
  [[0.2], [0.2]],
  [
    [0.01, 0.04, 0.03, 0.005],
    [0.02, 0.04, 0.04, 0.02],
  ],
  [
    [0.01, 0.02, 0.03, 0.04, 0.05],
    [0.05, 0.05, 0.05, 0.05, 0.05],
  ],
  [
    [0.9, 0.001, 0.9],
    [0.9, 0.003, 0.9],
  ],
])('Benjamini and Hochberg: %j', (pValues, expected) => {
  const adjusted = benjaminiHochberg(pValues);
  expect(adjusted.map((q) => Number(q.toFixed(12)))).toEqual(expected);
});
