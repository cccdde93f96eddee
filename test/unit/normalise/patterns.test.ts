import { describe, expect, test } from '@jest/globals';
import { allMatches, lengthAt, matchAt, matchesAt } from '../../../src/normalise/patterns.js';

describe('patterns', () => {
  test.each<[RegExp, string]>([
    [/a(b)?/g, 'ab a cab'],
    [/x*/g, 'axxb'],
    [/^|b/g, 'abb'],
    [/z/g, 'abc'],
    [/a/g, ''],
  ])('%s finds in "%s" what matchAll finds', (pattern, text) => {
    pattern.lastIndex = 2;
    const places = allMatches(pattern, text).map((match) => [match.index, ...match]);
    expect(places).toEqual(
      [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => [match.index, ...match]),
    );
  });

  test('at an offset', () => {
    expect(matchAt(/b+/y, 'abb', 1)?.[0]).toBe('bb');
    expect(matchAt(/b+/y, 'abb', 0)).toBeNull();
    expect(matchesAt(/b+/y, 'abb', 1)).toBe(true);
    expect(matchesAt(/b+/y, 'abb', 0)).toBe(false);
    expect(lengthAt(/b+/y, 'abb', 1)).toBe(2);
    expect(lengthAt(/b+/y, 'abb', 0)).toBe(0);
    expect(lengthAt(/\s*/y, 'abb', 3)).toBe(0);
  });
});
