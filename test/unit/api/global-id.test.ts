import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { globalId, keyOf, NODE_TYPES, parseGlobalId } from '../../../src/api/global-id.js';
import { InputError } from '../../../src/query/input-error.js';

const types = fc.constantFrom(...NODE_TYPES);
/** Any characters, and what looks like a global id itself. */
const keys = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(types, fc.string()).map(([type, key]) => globalId(type, key)),
);

test('a global id gives back its type and its key, whatever is in it', () => {
  fc.assert(
    fc.property(types, keys, (type, key) => {
      const id = globalId(type, key);
      expect([parseGlobalId(id), keyOf(type, id)]).toEqual([{ type, key }, key]);
    }),
  );
});

test('no two nodes share one', () => {
  fc.assert(
    fc.property(types, keys, types, keys, (type, key, otherType, otherKey) => {
      const isSame = type === otherType && key === otherKey;
      expect(globalId(type, key) === globalId(otherType, otherKey)).toBe(isSame);
    }),
  );
});

test.each([
  'CM16-0231706',
  'sha256:ab',
  'as written: a device',
  'case:x',
  ' Case:x',
  'Cases:x',
  'Case',
  ':',
  '',
])('%j is a bare key', (key) => {
  expect([parseGlobalId(key), keyOf('Case', key)]).toEqual([undefined, key]);
});

describe('the id of another type', () => {
  test('is refused by name', () => {
    expect(() => keyOf('Guideline', 'Case:CM16-0231706', 'filter.guideline')).toThrow(
      new InputError('filter.guideline', 'must be the id of a Guideline, not of a Case'),
    );
  });

  test('within the own type it is a key as any', () => {
    expect(keyOf('Guideline', 'Guideline:Case:x')).toBe('Case:x');
  });
});
