import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from '../../../../src/normalise/criteria/sentences.js';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

/** In a row "|" marks where a sentence ends; " | " stands for one space. */
const textOf = (row: string) => row.replaceAll(' | ', ' ').replaceAll('|', '');
const sentencesIn = (row: string) => row.split('|').map((sentence) => sentence.trim());

test.each([
  // Plain ends
  'The request is denied. | It is not necessary.',
  'Is it necessary? | No! | It is not.',
  'He improved... | Then he did not.',
  'Only one sentence without an end',
  'The first ends.\n|The second begins on another line.',
  // Titles and names
  'He was seen by Dr. Smith on 1/2/2016. | The exam was normal.',
  'Mr. Doe and Mrs. Roe were seen. | Both improved.',
  'Drs. Lee and Park agreed. | The surgery was done.',
  'The note of J. R. Smith was read. | Nothing was found.',
  'John A. Doe was seen. | He has pain.',
  'St. Jude made the device. | It failed.',
  'The report of A. Jones, M.D. is missing. | So is the other.',
  'It was written by A. Jones, M.D. | The exam was normal.',
  'Seen by Jane Roe, D.O. | There was no deficit.',
  // Latin and reference words
  'First-line drugs, e.g. Gabapentin, were not tried. | They should be.',
  'Another drug, i.e. Lyrica, was not tried. | It should be.',
  'Pain vs. Numbness is not told apart. | It should be.',
  'As Smith et al. Showed, it fails. | The evidence is weak.',
  'See ACOEM, ch. 12, p. 303. | The table says so.',
  'See fig. 2 and pp. 40 of vol. 3. | It is there.',
  // Measures and doses
  'The gap is approx. 5 mm wide. | It is small.',
  'Norco 10/325 mg. twice daily is asked for. | No screen was done.',
  'He takes Norco 10 mg. | The dose is high.',
  'Ibuprofen 800 mg. b.i.d. with food. | It helps.',
  'He takes it t.i.d. | There is no relief.',
  'It is taken p.r.n. for pain. | It is safe.',
  'The pain is 7.5 out of 10. | It was 8.2.',
  'He takes .5 mg at night. | It helps.',
  'It began at 10 a.m. on Monday. | It is over.',
  // Levels and body
  'Fusion at L4-5. | The request is denied.',
  'An injection at L5-S1. | It is denied.',
  'Weakness of the rt. arm and lt. leg. | Both are new.',
  // Numbers of items
  'Order No. 5 is denied. | The next is not.',
  '1. Failure of rest. | 2. A deficit.',
  'a. Failure of rest is one of them. | It is met.',
  'ii. The second item. | It is met.',
  '12. Is it there? | No.',
  // Quotes and brackets
  'The guideline says "It is not recommended." | The request is denied.',
  'It says “Not for chronic use.” | He has chronic pain.',
  '(It was denied before.) | Now it is asked for again.',
  'See the note (page 2). | It is short.',
  'It is denied. | "Not recommended" is what ODG says.',
  'It is denied. | (See above.) | Nothing else is known.',
  'It was read [1]. | [2] says another thing.',
  // A forgotten space, a forgotten capital
  'No surgery is needed.|The request is denied.',
  'It was denied (twice).|The patient appealed.',
  'He has pain. it is severe. | The exam is normal.',
  'Mail to a.b.c is not read. | A letter is.',
  // Months and more
  'He was hurt in Jan. and again in Dec. of 2015. | He recovered.',
  'Heat, ice, etc. were tried. | They failed.',
  'Heat, ice, etc. | The patient has no relief.',
  'Weakness s/p. Surgery is known. | It is old.',
])('%j', (row) => {
  expect(split(textOf(row))).toEqual(sentencesIn(row));
});

test.each(['', ' ', '\n\t\u00a0'])('white space alone (%j) is no sentence', (text) => {
  expect(sentencesOf(text)).toEqual([]);
});

const fragment = fc.oneof(
  fc.constantFrom('Dr.', 'e.g.', '1.', 'mg.', 'L4-5.', '...', '?!', '."', '(', ')', '”', '\u00a0', '\n', ' '),
  fc.constantFrom('The', 'pain', 'A', 'No.', 'x.Y', '.The', '5.5', '\u0130', '\ud83d'),
  fc.string({ maxLength: 6 }),
);
const anyText = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

test('every character that is no space is in exactly one sentence, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end } of sentencesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(last, start).trim()).toBe('');
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        last = end;
      }
      expect(text.slice(last).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});

test('a sentence by itself is one sentence', () => {
  const text = 'He saw Dr. Lee, M.D. | The exam was normal. | ODG, p. 5, agrees.'.replaceAll(' | ', ' ');
  for (const sentence of split(text)) expect(split(sentence)).toEqual([sentence]);
});

const MEGABYTE = 1 << 20;

/** Filled up to a megabyte. */
const ofSize = (part: string, size = MEGABYTE) => part.repeat(Math.ceil(size / part.length)).slice(0, size);

test.each([
  ['full stops', ofSize('.'), 1],
  ['full stops apart', ofSize('. '), 1],
  ['quotation marks', ofSize('"'), 1],
  ['a full stop before quotation marks', ofSize('."'), 1],
  ['initials', ofSize('A.'), 1],
  ['abbreviations', ofSize('Dr. '), 1],
  ['one word without an end', ofSize('a'), 1],
  ['brackets that open', ofSize('. ('), 1],
  ['white space', `a.${ofSize(' ')}b`, 1],
])('a megabyte of %s is one sentence', (_, text, count) => {
  expect(sentencesOf(text)).toHaveLength(count);
});

test.each([
  ['short sentences', 'It is. '],
  ['sentences without a space between', 'It is.'],
  ['numbers of items', '1. A b. '],
])('of %s there are as many times more as the text is longer', (_, part) => {
  const count = (size: number) => sentencesOf(part.repeat(size)).length;
  expect(count(10_000)).toBe(10 * count(1_000));
});
