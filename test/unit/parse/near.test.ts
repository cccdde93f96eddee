import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNear } from '../../../src/parse/near.js';

test.each([
  ['decision rationale:', 'decision rational:', 2, true],
  ['decision rationale:', 'desicion rationale:', 2, true],
  ['decision rationale:', 'decisive rationales:', 2, false],
  ['abc', 'abcdef', 2, false],
  ['', 'ab', 2, true],
  ['date:', 'dated:', 0, false],
])('%s, %s, %d: %s', (a, b, most, near) => {
  expect(isNear(a, b, most)).toBe(near);
  expect(isNear(b, a, most)).toBe(near);
});

/** The textbook's distance, by the whole table. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = [a.slice(1), b.slice(1)] as const;
  if (a[0] === b[0]) return distance(...rest);
  return 1 + Math.min(distance(...rest), distance(rest[0], b), distance(a, rest[1]));
}

test('it agrees with the distance of the textbook', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, most) => {
      expect(isNear(a, b, most)).toBe(distance(a, b) <= most);
    }),
  );
});
