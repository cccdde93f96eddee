import { describe, expect, test } from '@jest/globals';
import { numbered, tellApart, WordSet } from '../../../../src/normalise/criteria/vocabulary.js';
import { wordsOf } from '../../../../src/normalise/term-index.js';

/** Words of no phrase of the project. */
const NO_WORDS = 'qqq1 qqq2';

const numbersOf = (text: string) => [...numbered(wordsOf(text)).numbers];

describe('the number of a word', () => {
  test('is 0 for words that nothing tells apart', () => {
    expect(numbersOf(NO_WORDS)).toEqual([0, 0]);
  });

  test('is its own where it is told apart as a whole, wherever it stands', () => {
    const number = tellApart('xqwhole');
    expect(number).toBeGreaterThan(0);
    expect(numbersOf('xqwhole xqwholes XQWHOLE')).toEqual([number, 0, number]);
    expect(tellApart('xqwhole')).toBe(number);
  });

  test('is that of its longest beginning, which tells the shorter ones too', () => {
    const [short, long] = [tellApart('xqbe*'), tellApart('xqbegin*')];
    expect(numbersOf('xqbe xqbeg xqbegin xqbeginning')).toEqual([short, short, long, long]);
  });

  test('is that of the whole word before that of a beginning', () => {
    const [beginning, whole] = [tellApart('xqfail*'), tellApart('xqfailed')];
    expect(numbersOf('xqfails xqfailed')).toEqual([beginning, whole]);
  });

  test('is another one when it is told apart only after it was read', () => {
    expect(numbersOf('xqlater')).toEqual([0]);
    const number = tellApart('xqlater');
    expect(numbersOf('xqlater')).toEqual([number]);
  });

  test('stays bounded whatever is read', () => {
    const largest = tellApart('xqlargest');
    const text = Array.from({ length: 30_000 }, (_, i) => `xq${i}`).join(' ');
    expect(Math.max(...numbersOf(text))).toBeLessThanOrEqual(largest);
  });
});

test('a set has its words and no others', () => {
  const set = new WordSet(['xqone', 'xqtwo']);
  expect(numbersOf('xqone xqtwo xqthree qqq1').map((number) => set.has(number))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
