import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../../src/normalise/names.js';
import { TermIndex, wordsOf } from '../../../src/normalise/term-index.js';

const NAMES = [
  'Neck and Upper Back',
  'Neck',
  'Low Back',
  'Low Back (Acute & Chronic)',
  'MRI',
  'X-ray',
  'EMG/NCV',
  'Burns & Scalds',
];
const index = new TermIndex(NAMES.map((name) => [name, name] as const));
const found = (text: string) =>
  index.findAll(text).map(({ value, start, end }) => [value, text.slice(start, end)]);

describe('finding terms', () => {
  test.each<[string, [string, string][]]>([
    ['the NECK & Upper-back chapter', [['Neck and Upper Back', 'NECK & Upper-back']]],
    ['Neck; upper back', [['Neck', 'Neck']]],
    [
      'x ray, X-Ray and xray',
      [
        ['X-ray', 'x ray'],
        ['X-ray', 'X-Ray'],
      ],
    ],
    ['Burns&Scalds', [['Burns & Scalds', 'Burns&Scalds']]],
    [
      'low back (acute and chronic), MRI',
      [
        ['Low Back (Acute & Chronic)', 'low back (acute and chronic)'],
        ['MRI', 'MRI'],
      ],
    ],
    ['necklace MRIs MRI_2', []],
    ['Low ..... Back', []],
    ['EMG / NCV®', [['EMG/NCV', 'EMG / NCV']]],
    ['', []],
  ])('%s', (text, matches) => {
    expect(found(text)).toEqual(matches);
  });

  test('from an offset, at an offset, and as a whole', () => {
    const text = 'MRI neck MRI';
    expect(index.findFirst(text)).toMatchObject({
      value: 'MRI',
      start: 0,
      end: 3,
      firstWord: 0,
      nextWord: 1,
    });
    expect(index.findFirst(text, 1)).toMatchObject({ value: 'Neck', start: 4 });
    expect(index.findFirst(text, 10)).toBeUndefined();
    expect(index.findAt(text, 9)).toMatchObject({ value: 'MRI', start: 9 });
    expect(index.findAt(text, 3)).toBeUndefined();
    expect(index.get('neck & upper back')).toBe('Neck and Upper Back');
    expect(index.get('neck upper')).toBeUndefined();
  });

  test('a shorter term is taken where the longer one is not accepted', () => {
    const notLong = index.findFirst('neck and upper back', 0, ({ value }) => value === 'Neck');
    expect(notLong).toMatchObject({ value: 'Neck', start: 0, end: 4 });
    expect(index.findFirst('neck and upper back', 0, () => false)).toBeUndefined();
  });

  test('offsets hold where small letters are longer than capital ones', () => {
    expect(found('İİ MRI')).toEqual([['MRI', 'MRI']]);
  });

  test('of a term given twice the last meaning counts', () => {
    expect(
      new TermIndex([
        ['CT', 1],
        ['ct', 2],
      ]).get('CT'),
    ).toBe(2);
  });
});

const piece = fc.constantFrom(
  'neck',
  'Low',
  'back',
  'and',
  'upper',
  ' ',
  '-',
  ', ',
  'MRI',
  'x',
  'ray',
  '(',
  ')',
  'acute',
  'chronic',
  'é',
  '_',
);
const texts = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

// An ampersand is a word of its own here ("x&ray" is no X-ray), and any punctuation to the alternation: none is tried.
/** Source of a regular expression (flag `i`) that matches a name however it is punctuated. */
function namePattern(name: string): string {
  const words = fold(name)
    .split(' ')
    .map((word) => (word === 'and' ? '(?:and|&)' : word));
  const closing = /\W$/.test(name) ? '(?:[^\\w\\s,.;:]{0,2})' : '';
  return `\\b${words.join('\\W{1,4}').replaceAll('\\W{1,4}(?:and|&)\\W{1,4}', '\\W{0,4}(?:\\band\\b|&)\\W{0,4}')}\\b${closing}`;
}

/** One alternation of many names, longest first, so that a name is never cut short by one that begins it. */
function anyOf(names: readonly string[]): string {
  const byLength = [...names].sort((a, b) => b.length - a.length);
  return `(?:${byLength.map(namePattern).join('|')})`;
}

test('finds what an alternation of all names finds', () => {
  const pattern = new RegExp(anyOf(NAMES), 'gi');
  fc.assert(
    fc.property(texts, (text) => {
      const expected = [...text.matchAll(pattern)].map((match) => [match.index, match[0]]);
      expect(index.findAll(text).map(({ start, end }) => [start, text.slice(start, end)])).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('words are what stands at their offsets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words, starts, ends } = wordsOf(text);
      words.forEach((word, i) => {
        const written = text.slice(starts[i], ends[i]);
        expect(word).toBe(written === '&' ? 'and' : written.toLowerCase());
      });
    }),
  );
});
