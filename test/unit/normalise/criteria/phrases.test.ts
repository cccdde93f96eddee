import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PhraseIndex } from '../../../../src/normalise/criteria/phrases.js';
import { wordsOf } from '../../../../src/normalise/term-index.js';

const LISTS = {
  CARE: 'physical_therapy|exercise*|rest',
  DRUG: 'nsaid*|opioid*',
  ANY_CARE: '@CARE|@DRUG',
};

/** What a phrase finds in a text, as written. */
function find(phrase: string, text: string): string[] {
  const words = wordsOf(text);
  return new PhraseIndex([[phrase, true]], LISTS)
    .findAll(words)
    .map(({ first, next }) => text.slice(words.starts[first], words.ends[next - 1]));
}

describe('a phrase finds', () => {
  test.each([
    // Whole words
    ['rest', 'Rest failed, and so did the rest.', ['Rest', 'rest']],
    ['rest', 'restful, unrest', []],
    ['no evidence', 'No evidence; no clear evidence', ['No evidence']],
    ['no evidence', 'no, evidence', ['no, evidence']],
    ['no evidence', 'no', []],
    // Beginnings
    ['fail*', 'It fails. It failed: a failure. It did not fall.', ['fails', 'failed', 'failure']],
    ['fail*', 'fail', ['fail']],
    ['a fail* of', 'a failure of care', ['a failure of']],
    // Alternatives
    ['no|any evidence', 'no evidence, any evidence, some evidence', ['no evidence', 'any evidence']],
    ['no|lack* evidence', 'no evidence, lacking evidence', ['no evidence', 'lacking evidence']],
    // Runs
    ['no physical_therapy', 'no physical therapy, no physical exam', ['no physical therapy']],
    ['physical_therapy|rest', 'physical therapy and rest', ['physical therapy', 'rest']],
    ['physical_therap*', 'physical therapies', ['physical therapies']],
    ['physical_therapy', 'physical', []],
    ['no home_exercise|home', 'no home exercise', ['no home exercise']],
    // Lists
    [
      'no @CARE',
      'no physical therapy, no exercises, no rest, no drug',
      ['no physical therapy', 'no exercises', 'no rest'],
    ],
    ['@ANY_CARE', 'rest and NSAIDs', ['rest', 'NSAIDs']],
    ['no @CARE|surgery', 'no rest, no surgery', ['no rest', 'no surgery']],
    // Words left out
    [
      'no ?clear evidence',
      'no clear evidence, no evidence, no good evidence',
      ['no clear evidence', 'no evidence'],
    ],
    [
      'no ?very ?clear evidence',
      'no very clear evidence, no very evidence',
      ['no very clear evidence', 'no very evidence'],
    ],
    ['no ?any|clear evidence', 'no any evidence', ['no any evidence']],
    ['no evidence ?at_all', 'no evidence at all', ['no evidence at all']],
    ['no evidence ?at_all', 'no evidence at', ['no evidence']],
    // Gaps
    ['no ~ deficit', 'no deficit', ['no deficit']],
    ['no ~ deficit', 'no a b c deficit', ['no a b c deficit']],
    ['no ~ deficit', 'no a b c d deficit', []],
    ['no ~1 deficit', 'no a deficit', ['no a deficit']],
    ['no ~1 deficit', 'no a b deficit', []],
    ['no ~12 deficit', 'no a b c d e f g h i j k l deficit', ['no a b c d e f g h i j k l deficit']],
    ['no ~2 clear ~2 deficit', 'no a clear b c deficit', ['no a clear b c deficit']],
    ['no ~ deficit', 'no deficit or deficit', ['no deficit']],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(find(phrase, text)).toEqual(expected);
  });
});

test('a match lies within the words asked for', () => {
  const words = wordsOf('no clear evidence and no evidence');
  const index = new PhraseIndex([['no ~ evidence', 'x']]);
  expect(index.findAll(words, 0, 2)).toEqual([]);
  expect(index.findAll(words, 1)).toEqual([{ value: 'x', first: 4, next: 6 }]);
  expect(index.findAll(words, 0, 3)).toEqual([{ value: 'x', first: 0, next: 3 }]);
});

test('several phrases at one place are all found, and each once', () => {
  const index = new PhraseIndex([
    ['no|none evidence', 1],
    ['no evidence', 2],
    ['n*|no evidence', 3],
    ['evid*|evidence', 4],
  ]);
  const found = index.findAll(wordsOf('no evidence')).map(({ value }) => value);
  expect(found.sort()).toEqual([1, 2, 3, 4]);
});

test('an index finds the same the second time', () => {
  const index = new PhraseIndex([['no ?clear evid*', true]]);
  const words = wordsOf('no clear evidence, no evidence');
  expect(index.findAll(words)).toEqual(index.findAll(words));
  expect(index.findAll(words)).toHaveLength(2);
});

test('without phrases nothing is found', () => {
  expect(new PhraseIndex([]).findAll(wordsOf('no evidence'))).toEqual([]);
});

test.each([
  ['', 'Not a word'],
  ['no  evidence', 'Not a word'],
  [' no', 'Not a word'],
  ['No', 'Not a word'],
  ['fail-ure', 'Not a word'],
  ['f*ail', 'Not a word'],
  ['no|', 'Not a word'],
  ['|no', 'Not a word'],
  ['a__b', 'Not a word'],
  ['no ?', 'Not a word'],
  ['no ~x', 'Not a word'],
  ['@care', 'Not a word'],
  ['no @NOTHING', 'No list of words is named NOTHING'],
  ['~ no', 'A phrase begins with a word'],
  ['~3', 'A phrase begins with a word'],
  ['?no evidence', 'A phrase begins with a word'],
])('no phrase: "%s"', (phrase, message) => {
  expect(() => new PhraseIndex([[phrase, true]], LISTS)).toThrow(message);
});

const word = fc.constantFrom('no', 'clear', 'evidence', 'of', 'failure', 'rest');

test('a phrase of plain words is found where the words follow one another, and nowhere else', () => {
  const text = fc.array(word, { maxLength: 30 });
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(text, phrase, (words, wanted) => {
      const places = words.flatMap((_, at) =>
        wanted.every((one, i) => words[at + i] === one)
          ? [{ value: true, first: at, next: at + wanted.length }]
          : [],
      );
      const index = new PhraseIndex([[wanted.join(' '), true]]);
      expect(index.findAll(wordsOf(words.join(' ')))).toEqual(places);
    }),
  );
});

test('a gap spans as many words as it says, and no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 12 }), (longest, between) => {
      const text = ['no', ...Array.from({ length: between }, () => 'x'), 'deficit'].join(' ');
      expect(find(`no ~${String(longest)} deficit`, text)).toEqual(between <= longest ? [text] : []);
    }),
  );
});
