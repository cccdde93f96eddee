import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confidenceOf } from '../../../../src/normalise/criteria/confidence.js';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

test('is a share, grows with the probability, and is greater where the rules agree', () => {
  fc.assert(
    fc.property(probability, probability, (a, b) => {
      for (const isFound of [true, false]) {
        expect(confidenceOf(isFound, a)).toBeGreaterThan(0);
        expect(confidenceOf(isFound, a)).toBeLessThanOrEqual(1);
        expect(confidenceOf(isFound, Math.max(a, b))).toBeGreaterThanOrEqual(
          confidenceOf(isFound, Math.min(a, b)),
        );
      }
      expect(confidenceOf(true, a)).toBeGreaterThan(confidenceOf(false, a));
    }),
  );
});

test('a reading that both are sure of is near certain, one that neither is sure of is doubtful', () => {
  expect(confidenceOf(true, 1)).toBeGreaterThan(0.9);
  expect(confidenceOf(false, 0)).toBeLessThan(0.4);
});
