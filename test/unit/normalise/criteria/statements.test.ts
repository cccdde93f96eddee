import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readProse, type Statement } from '../../../../src/normalise/criteria/statements.js';

/** The clauses of a text as written, with their stances. */
function read(text: string): (readonly [clause: string, stance: Statement['stance']])[] {
  const { words, statements } = readProse(text);
  return statements.map(({ first, next, stance }) => [
    text.slice(words.starts[first], words.ends[next - 1]),
    stance,
  ]);
}

const clausesOf = (text: string) => read(text).map(([clause]) => clause);
const stancesOf = (text: string) => read(text).map(([, stance]) => stance);

describe('what one sentence speaks of', () => {
  test.each([
    // What a guideline says
    ['The MTUS states that opioids should be tapered.', 'GENERAL'],
    ['ODG recommends up to ten visits.', 'GENERAL'],
    ['The guidelines do not recommend this class of drugs.', 'GENERAL'],
    ['According to the ACOEM guidelines, imaging is reserved for red flags.', 'GENERAL'],
    ['Per ODG, acupuncture may be used as an option.', 'GENERAL'],
    ['Epidural injections are recommended only for radicular pain.', 'GENERAL'],
    ['Muscle relaxants should be used with caution.', 'GENERAL'],
    ['Patients with axial pain do not benefit from it.', 'GENERAL'],
    ['Physicians should assess the risk of abuse.', 'GENERAL'],
    ['Criteria for use include failure of first-line drugs.', 'GENERAL'],
    ['Randomized trials found no difference.', 'GENERAL'],
    ['There is little scientific evidence that massage devices help.', 'GENERAL'],
    // What is said of this employee
    ['In this case, there is no record of therapy.', 'CASE'],
    ['The patient has not failed therapy.', 'CASE'],
    ['There is no documentation of a red flag.', 'CASE'],
    ['The records do not show a deficit.', 'CASE'],
    ['He reports pain in the left shoulder.', 'CASE'],
    ['The provider did not explain the request.', 'CASE'],
    ['The claimant was seen on 1/5/2016.', 'CASE'],
    ['However, no urine drug screen was submitted.', 'CASE'],
    // What follows for the request
    ['The request is not medically necessary.', 'CONCLUSION'],
    ['Therefore, the request is not certified.', 'CONCLUSION'],
    ['Medical necessity has not been established.', 'CONCLUSION'],
    ['This treatment is medically appropriate.', 'CONCLUSION'],
    ['Therefore the request is denied.', 'CONCLUSION'],
  ] as const)('%s', (text, stance) => {
    expect(stancesOf(text).at(-1)).toBe(stance);
  });
});

describe('a clause that tells nothing follows the one before it', () => {
  test.each([
    ['Long use leads to dependence.', ['GENERAL']],
    ['The patient is 50. Nausea and vomiting.', ['CASE', 'CASE']],
    ['ODG recommends rest. Ice and heat as well.', ['GENERAL', 'GENERAL']],
    // A conclusion is passed over
    [
      'The patient is 50. It is not medically necessary. Nausea and vomiting.',
      ['CASE', 'CONCLUSION', 'CASE'],
    ],
  ])('%s', (text, stances) => {
    expect(stancesOf(text)).toEqual(stances);
  });
});

describe('clauses', () => {
  test.each([
    ['The patient has pain.', ['The patient has pain']],
    ['He has pain but there is no deficit.', ['He has pain', 'but there is no deficit']],
    ['He has pain; no deficit was found.', ['He has pain', 'no deficit was found']],
    ['He has pain, however no deficit was found.', ['He has pain', 'however no deficit was found']],
    ['Although he has pain, there is no deficit.', ['Although he has pain', 'there is no deficit']],
    ['He failed therapy and there is no relief.', ['He failed therapy', 'and there is no relief']],
    ['ODG asks for a deficit, which the patient has.', ['ODG asks for a deficit', 'which the patient has']],
    ['The pain is new because he fell.', ['The pain is new', 'because he fell']],
    // No break: a list, or a mere comma
    ['He has pain, numbness and weakness.', ['He has pain, numbness and weakness']],
    ['There is no fever or weight loss.', ['There is no fever or weight loss']],
    ['The exam, done in May, was normal.', ['The exam, done in May, was normal']],
    // Nothing is taken from one sentence into the next
    ['He has pain. There is no deficit.', ['He has pain', 'There is no deficit']],
  ])('%s', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses);
  });
});

describe('a tail that says what something would be for is left out', () => {
  test.each([
    ['There is no documentation of relief to support continued use.', 'There is no documentation of relief'],
    ['There is no deficit to warrant an MRI.', 'There is no deficit'],
    ['No red flags are present that would justify imaging.', 'No red flags are present'],
    ['There is no spasm sufficient to support ongoing use of the drug.', 'There is no spasm'],
    ['No change is noted which would warrant repeat imaging.', 'No change is noted'],
    [
      'There is no instability warranting a fusion of the spine.',
      'There is no instability warranting a fusion of the spine',
    ],
  ])('%s', (text, clause) => {
    expect(clausesOf(text)).toEqual([clause]);
  });

  test('what follows the tail in the next clause is kept', () => {
    expect(clausesOf('There is no deficit to warrant an MRI, and there is no red flag.')).toEqual([
      'There is no deficit',
      'and there is no red flag',
    ]);
  });
});

describe('words in quotation marks', () => {
  const QUOTED = 'the patient has failed a course of conservative care';

  test.each([
    [`The claimant was denied since "${QUOTED}" is asked for.`, 'GENERAL'],
    [`The claimant was denied since “${QUOTED}” is asked for.`, 'GENERAL'],
  ])('a long run is a guideline speaking: %s', (text, stance) => {
    const clause = read(text).find(([words]) => words.includes('failed'));
    expect(clause?.[1]).toBe(stance);
  });

  test("sentences within a quotation are the guideline's too", () => {
    const text =
      'ODG: "The patient must agree. The patient has no relief. He was told." The patient has pain.';
    expect(stancesOf(text)).toEqual(['GENERAL', 'GENERAL', 'GENERAL', 'CASE']);
  });

  test.each([
    'The patient has "burning" pain at night.',
    'The patient is 5\'10" tall and has been so for at least ten years, and 6" of snow fell.',
  ])('short runs and inches are none: %s', (text) => {
    expect(new Set(stancesOf(text))).toEqual(new Set(['CASE']));
  });

  test('a quotation whose end is forgotten does not swallow the rest', () => {
    const text = 'ODG says "Recommended as an option. The patient has not failed therapy.';
    expect(read(text).at(-1)).toEqual(['The patient has not failed therapy', 'CASE']);
  });
});

describe('what is granted, and what is a ground', () => {
  test.each([
    ['While the patient has failed therapy, there is no deficit.', [true, false]],
    ['Although he has pain, there is no deficit.', [true, false]],
    ['Despite the relief, he still takes opioids.', [true, false]],
    ['There is no deficit, though the patient has pain.', [false, true]],
    ['The patient has failed therapy.', [false]],
  ])('granted: %s', (text, expected) => {
    expect(readProse(text).statements.map(({ isConcession }) => isConcession)).toEqual(expected);
  });

  test.each([
    ['Given the lack of relief, the request is denied.', [true, false]],
    ['Since the surgery is not approved, the request is not medically necessary.', [true, false]],
    ['Due to the failure of therapy, the request is medically necessary.', [true, false]],
    ['Based on the findings, the request is medically necessary.', [true, false]],
    ['In light of the relief, the request is medically necessary.', [true, false]],
    ['The request is not medically necessary because he has no pain.', [false, true]],
    ['The patient was seen, and given a drug.', [false]],
    ['The lack of relief is due to the injury.', [false]],
  ])('a ground: %s', (text, expected) => {
    expect(readProse(text).statements.map(({ isGround }) => isGround)).toEqual(expected);
  });
});

test.each([
  ['On examination, there was no spasm.', true],
  ['Physical examination revealed normal reflexes.', true],
  ['The patient complains of low back pain.', true],
  ['The claimant denies numbness.', true],
  ['There is no record of any therapy.', false],
  ['The patient has failed therapy.', false],
])('a recital: %s %s', (text, expected) => {
  expect(readProse(text).statements.map(({ isRecital }) => isRecital)).toEqual(
    readProse(text).statements.map(() => expected),
  );
});

test('clauses know their sentence', () => {
  const { statements } = readProse('He has pain, but there is no deficit. None is new. The end.');
  expect(statements.map(({ sentence }) => sentence)).toEqual([0, 0, 1, 2]);
});

test('no text, no statements', () => {
  expect(readProse('').statements).toEqual([]);
  expect(readProse(' ... ').statements.filter(({ first, next }) => next > first)).toEqual([]);
});

const part = fc.constantFrom(
  'The patient has pain',
  'ODG recommends it',
  'but',
  'however',
  ', which',
  '; ',
  '. ',
  '"',
  '“',
  '”',
  'to support',
  'continued use',
  'Given',
  'although',
  'not medically necessary',
  'and there is no relief',
  'Dr.',
  '1.',
  '(a)',
);

test('clauses follow one another and do not overlap, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const { words, statements } = readProse(parts.join(' '));
      let last = 0;
      for (const { first, next } of statements) {
        expect(first).toBeGreaterThanOrEqual(last);
        expect(next).toBeGreaterThanOrEqual(first);
        expect(next).toBeLessThanOrEqual(words.words.length);
        last = next;
      }
    }),
    { numRuns: 300 },
  );
});
