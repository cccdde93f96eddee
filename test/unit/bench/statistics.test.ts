import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scores, spread, wilson } from '../../../bench/statistics.js';

test.each([
  [0, 10, '0.0000', '0.2775'],
  [8, 10, '0.4902', '0.9433'],
  [10, 10, '0.7225', '1.0000'],
  [95, 100, '0.8882', '0.9785'],
  [285, 300, '0.9192', '0.9695'],
])('the Wilson interval of %i of %i is %s to %s', (hits, total, low, high) => {
  const interval = wilson(hits, total);
  expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual([low, high]);
});

test('nothing counted has no interval', () => {
  expect(wilson(0, 0)).toBeNull();
});

test('an interval lies within 0 and 1 and holds the share', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
      fc.pre(hits + misses > 0);
      const { low, high } = wilson(hits, hits + misses) ?? { low: NaN, high: NaN };
      const share = hits / (hits + misses);
      expect([0 <= low, low <= share, share <= high, high <= 1]).toEqual([true, true, true, true]);
    }),
  );
});

test.each([
  [[3], { min: 3, median: 3, max: 3 }],
  [[9, 1, 5], { min: 1, median: 5, max: 9 }],
  [[4, 1, 3, 10], { min: 1, median: 3.5, max: 10 }],
])('the spread of %j', (values, expected) => {
  expect(spread(values)).toEqual(expected);
});

test('precision, recall and F1', () => {
  expect(scores({ expected: 10, found: 8, right: 6 })).toEqual({ precision: 0.75, recall: 0.6, f1: 12 / 18 });
  expect(scores({ expected: 0, found: 0, right: 0 })).toEqual({ precision: null, recall: null, f1: 1 });
});
