import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { negationsIn } from '../../../../src/normalise/criteria/negation.js';
import { wordsOf } from '../../../../src/normalise/term-index.js';

/** Each cue of a clause, and the words that it is about. */
function read(clause: string): (readonly [cue: string, scope: string])[] {
  const words = wordsOf(clause);
  const written = (first: number, next: number) => clause.slice(words.starts[first], words.ends[next - 1]);
  return negationsIn(words, 0, words.words.length).map(({ cue, first, next }) => [
    written(cue.first, cue.next),
    first < next ? written(first, next) : '',
  ]);
}

const isNegated = (clause: string, phrase: string) =>
  read(clause).some(([, scope]) => scope.includes(phrase));

describe('a cue before what it negates reaches to the end of its clause', () => {
  test.each([
    ['There is no evidence of a deficit', 'no', 'evidence of a deficit'],
    ['There was not a deficit', 'not', 'a deficit'],
    ['None of the drugs helped', 'None', 'of the drugs helped'],
    ['without a trial of therapy', 'without', 'a trial of therapy'],
    ['There is a lack of documented relief', 'lack', 'of documented relief'],
    ['He lacks a red flag', 'lacks', 'a red flag'],
    ['absence of spasm', 'absence', 'of spasm'],
    ['The patient denies numbness', 'denies', 'numbness'],
    ['He has never had therapy', 'never', 'had therapy'],
    ['neither a plan', 'neither', 'a plan'],
    ['nor is there a goal', 'nor', 'is there a goal'],
    ["The exam didn't show a deficit", 't', 'show a deficit'],
    ['An injury cannot be seen', 'cannot', 'be seen'],
    ['The records fail to document relief', 'fail to document', 'relief'],
    ['The provider failed to specify a dose', 'failed to specify', 'a dose'],
    ['He has yet to try therapy', 'yet to', 'try therapy'],
    ['Nothing shows a deficit', 'Nothing', 'shows a deficit'],
    ['He gave insufficient evidence of relief', 'insufficient evidence', 'of relief'],
    ['There is limited documentation of relief', 'limited documentation', 'of relief'],
    ['inadequate clinical information on therapy', 'inadequate clinical information', 'on therapy'],
    ['The note is silent on the dose', 'silent', 'on the dose'],
    ['The file is devoid of any goal', 'devoid of', 'any goal'],
    ['The request omits the dose', 'omits', 'the dose'],
  ])('%s', (clause, cue, scope) => {
    expect(read(clause)).toEqual([[cue, scope]]);
  });
});

describe('a cue after what it negates reaches back to the beginning of its clause', () => {
  test.each([
    ['A red flag was not documented', 'was not documented', 'A red flag'],
    ['Relief is not clearly shown', 'is not clearly shown', 'Relief'],
    ['The dose was not specified', 'was not specified', 'The dose'],
    ['Therapy has not been shown', 'not been shown', 'Therapy has'],
    ["A urine screen wasn't provided", 't provided', 'A urine screen wasn'],
    ['Failure of therapy cannot be determined', 'cannot be determined', 'Failure of therapy'],
    ['The number of visits is unknown', 'is unknown', 'The number of visits'],
    ['The dose is unclear', 'is unclear', 'The dose'],
    ['A treatment plan is missing', 'is missing', 'A treatment plan'],
    ['Relief has yet to be documented', 'has yet to be documented', 'Relief'],
    ['Goals went undocumented', 'went undocumented', 'Goals'],
    ['The frequency was left blank', 'left blank', 'The frequency was'],
  ])('%s', (clause, cue, scope) => {
    expect(read(clause)).toEqual([[cue, scope]]);
  });
});

describe('a cue after an empty subject, or before what it leads on to, is about what follows', () => {
  test.each([
    ['It is unclear what care was tried', 'is unclear', 'what care was tried'],
    ['It was not documented that therapy failed', 'was not documented', 'that therapy failed'],
    ['It is not stated how many visits were had', 'is not stated', 'how many visits were had'],
    ['It is also unclear if he had relief', 'is also unclear', 'if he had relief'],
    ['The patient was not shown to have failed therapy', 'was not shown', 'to have failed therapy'],
    ['Therapy was not shown to have failed', 'was not shown', 'to have failed'],
    ['There was not documented relief', 'was not documented', 'relief'],
  ])('%s', (clause, cue, scope) => {
    expect(read(clause)).toEqual([[cue, scope]]);
  });
});

describe('words that look like a cue and negate nothing', () => {
  test.each([
    'The drug not only helped his pain',
    'He no longer needs the drug',
    'The signs are not limited to the neck',
    'There is no doubt that therapy failed',
    'He walks without difficulty',
    'It was done without complications',
    'It takes no more than six visits',
    'There is no contraindication',
    'There are no alternatives',
    'whether or not it helped',
    'The patient has failed therapy',
    'A deficit is documented',
    'He noted nocturnal pain',
  ])('%s', (clause) => {
    expect(read(clause)).toEqual([]);
  });
});

describe('several cues in a clause', () => {
  test('each has its own words', () => {
    expect(read('There is no numbness without weakness')).toEqual([
      ['no', 'numbness without weakness'],
      ['without', 'weakness'],
    ]);
  });

  test('of cues that overlap the longest counts alone', () => {
    expect(read('The records fail to document relief')).toHaveLength(1);
    expect(read('There is not sufficient relief')).toHaveLength(1);
    expect(read('Relief was not clearly documented')).toEqual([['was not clearly documented', 'Relief']]);
  });

  test('one that reaches back and one that reaches on', () => {
    expect(isNegated('Relief was not documented without opioids', 'Relief')).toBe(true);
    expect(isNegated('Relief was not documented without opioids', 'opioids')).toBe(true);
  });
});

describe('scope', () => {
  test.each([
    ['He has a deficit and no red flag', 'red flag', true],
    ['He has a deficit and no red flag', 'deficit', false],
    ['A red flag was not documented', 'red flag', true],
    ['The deficit is documented', 'deficit', false],
    ['He has not', 'He', false],
  ])('in "%s" is "%s" negated: %s', (clause, phrase, expected) => {
    expect(isNegated(clause, phrase)).toBe(expected);
  });

  test('ends with the clause', () => {
    const words = wordsOf('no relief but there is a plan');
    expect(negationsIn(words, 0, 2)).toMatchObject([{ cue: { first: 0, next: 1 }, first: 1, next: 2 }]);
    expect(negationsIn(words, 2, words.words.length)).toEqual([]);
  });

  test('a cue that ends its clause is about nothing', () => {
    expect(read('He has none')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});

const word = fc.constantFrom(
  'no',
  'not',
  'never',
  'without',
  'was',
  'is',
  'documented',
  'shown',
  'unclear',
  'it',
  'to',
  'relief',
  'that',
  'yet',
  'be',
  'only',
  'longer',
  'lack',
  'of',
  't',
  'cannot',
  'insufficient',
  'evidence',
);

test('whatever the words: cues do not overlap, and none is within its own scope', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (some) => {
      const words = wordsOf(some.join(' '));
      let last = 0;
      for (const { cue, first, next } of negationsIn(words, 0, words.words.length)) {
        expect(cue.first).toBeGreaterThanOrEqual(last);
        expect(cue.next).toBeGreaterThan(cue.first);
        expect(first >= cue.next || next <= cue.first).toBe(true);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThanOrEqual(words.words.length);
        last = cue.next;
      }
    }),
  );
});
