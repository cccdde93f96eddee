import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wilsonInterval } from '../../../src/query/wilson.js';

test.each([
  [0, 10, 0, 0.2775],
  [8, 10, 0.4902, 0.9433],
  [10, 10, 0.7225, 1],
  [95, 100, 0.8882, 0.9785],
])('%d of %d', (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('no trials say nothing', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

test('the interval holds the rate, lies within 0 and 1, and shrinks as trials grow', () => {
  fc.assert(
    fc.property(counts, ([successes, trials]) => {
      const { low, high } = wilsonInterval(successes, trials);
      const wider = wilsonInterval(successes * 10, trials * 10);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(successes / trials + 1e-12);
      expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
      expect(wider.high - wider.low).toBeLessThan(high - low);
    }),
  );
});
