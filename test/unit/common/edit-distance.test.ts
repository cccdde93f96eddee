import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../../src/common/edit-distance.js';

test.each([
  ['decision rationale:', 'decision rational:', 2, 1],
  ['decision rationale:', 'desicion rationale:', 2, 2],
  ['decision rationale:', 'decisive rationales:', 2, 3],
  ['abc', 'abcdef', 2, 3],
  ['', 'ab', 2, 2],
  ['date:', 'dated:', 0, 1],
  ['denitst', 'dentist', 1, 1],
  ['califronia', 'california', 1, 1],
  ['abc', 'cab', 2, 2],
])('%s, %s, at most %d: %d', (a, b, most, slips) => {
  expect(editDistance(a, b, most)).toBe(slips);
  expect(editDistance(b, a, most)).toBe(slips);
});

/** The same by its definition: every way from one word to the other. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = [a.slice(1), b.slice(1)] as const;
  if (a[0] === b[0]) return distance(...rest);
  const hasSwapped = a[0] === b[1] && a[1] === b[0] && a.length > 1 && b.length > 1;
  const swapped = hasSwapped ? distance(a.slice(2), b.slice(2)) : Infinity;
  return 1 + Math.min(distance(...rest), distance(rest[0], b), distance(a, rest[1]), swapped);
}

test('it is what the definition says', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(distance(a, b), most + 1));
    }),
    { numRuns: 500 },
  );
});
