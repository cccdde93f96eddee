import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAppliedCriteria } from '../../../../src/normalise/criteria/applied.js';
import { CRITERION_KINDS } from '../../../../src/normalise/criteria/kinds.js';
import type { Grounds } from '../../../../src/normalise/criteria/reliance.js';
import type { AppliedCriterion, Citation } from '../../../../src/normalise/determination.js';
import { OFFSET, quoteOf } from '../support.js';
import { readCases, serviceOf, type Case } from './rationales.js';

const CASES = readCases('applied-criteria.txt');
const NOTHING_CITED: Grounds = { inLines: [], mentions: [] };

function read(
  { rationale, decision, family }: Pick<Case, 'rationale' | 'decision' | 'family'>,
  grounds = NOTHING_CITED,
): readonly AppliedCriterion[] {
  return readAppliedCriteria(quoteOf(rationale), { decision, service: serviceOf(family), grounds });
}

const upheld = (rationale: string, grounds = NOTHING_CITED) =>
  read({ rationale, decision: 'UPHELD', family: 'imaging' }, grounds);

const short = ({ kind, status }: AppliedCriterion) => `${kind} ${status}`;

/** Above this a reading that is wrong is an error; below it is said to be doubtful. */
const SURE = 0.8;
/** The weights of the classifier may change: a few doubtful readings come or go with them. */
const LEAST_SHARE_EXACT = 0.95;

describe('the criteria of a rationale', () => {
  test.each(CASES)('$decision, $family: $rationale', (one) => {
    const found = read(one);
    expect(found.map(short)).toEqual(expect.arrayContaining([...one.expected]));
    const others = found.filter((criterion) => !one.expected.includes(short(criterion)));
    expect(others.filter(({ confidence }) => confidence >= SURE)).toEqual([]);
  });

  test('are seldom more than what is said', () => {
    const isExact = (one: Case) => read(one).length === one.expected.length;
    expect(CASES.length).toBeGreaterThan(100);
    expect(CASES.filter(isExact).length / CASES.length).toBeGreaterThanOrEqual(LEAST_SHARE_EXACT);
  });

  test('the cases have every kind, not met and met', () => {
    const seen = new Set(CASES.flatMap(({ expected }) => expected));
    const all = Object.keys(CRITERION_KINDS).flatMap((kind) => [`${kind} MET`, `${kind} NOT_MET`]);
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
    expect([...seen].filter((one) => !all.includes(one))).toEqual([]);
  });
});

test.each(CASES)('what each is: $rationale', (one) => {
  const deciding = one.decision === 'UPHELD' ? 'NOT_MET' : 'MET';
  for (const { kind, status, decisive, quote, span, confidence, note } of read(one)) {
    expect(decisive).toBe(status === deciding);
    expect(quote).toBe(one.rationale.slice(span[0] - OFFSET, span[1] - OFFSET));
    expect(quote.split(/\s+/).length).toBeLessThanOrEqual(30);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    if (kind !== 'OTHER') expect(note).toBeNull();
  }
});

test.each([
  [
    'The patient was seen. There is no documentation of a red flag in this case.',
    'There is no documentation of a red flag',
  ],
  ['However, there is no documentation of a red flag.', 'there is no documentation of a red flag'],
  ['Red flags were not documented.', 'Red flags were not documented'],
])('the quote of "%s" is "%s"', (rationale, quote) => {
  expect(upheld(rationale).map((one) => one.quote)).toEqual([quote]);
});

test('what is granted decides nothing, the rest does', () => {
  const found = upheld(
    'While the patient has failed conservative care, there is no evidence of a neurological deficit.',
  );
  expect(found.map((one) => [short(one), one.decisive])).toEqual([
    ['CONSERVATIVE_CARE_FAILED MET', false],
    ['NEUROLOGIC_DEFICIT NOT_MET', true],
  ]);
});

test('an empty rationale applies nothing', () => {
  expect(upheld('')).toEqual([]);
  expect(upheld(' . ')).toEqual([]);
});

test('an endless statement is quoted in part', () => {
  const filler = 'and of pain and of stiffness and of soreness '.repeat(40);
  for (const rationale of [
    `There is no documentation of a red flag ${filler}.`,
    `There is no documentation ${filler} of a red flag.`,
  ]) {
    for (const { quote } of upheld(rationale)) expect(quote.split(/\s+/).length).toBeLessThanOrEqual(30);
  }
});

describe('the guideline that a criterion is a condition of', () => {
  const citation = (source: string, chapter: string | null = null): Citation => ({
    role: 'EXPERT_REVIEWER',
    source,
    chapter,
    edition: null,
    topics: [],
    pages: [],
    tables: [],
    inferred: false,
    silent: false,
    resolution: 'RESOLVED',
    candidates: [],
    raw: source,
    span: [0, 0],
  });
  const FIRST = 'There is no documentation of a red flag.';
  const RATIONALE = `${FIRST} ODG asks for more. There is no evidence of a neurological deficit.`;
  const mentions = [{ start: OFFSET + RATIONALE.indexOf('ODG'), citation: citation('ODG', 'Neck') }];
  const places = (grounds: Grounds) =>
    upheld(RATIONALE, grounds).map(({ kind, reliesOn }) => [kind, reliesOn?.source]);

  test('is the one named last before it, else that of the line', () => {
    expect(places({ inLines: [citation('MTUS', 'Neck Complaints')], mentions })).toEqual([
      ['RED_FLAG', 'MTUS'],
      ['NEUROLOGIC_DEFICIT', 'ODG'],
    ]);
  });

  test('is unknown where nothing is cited', () => {
    expect(places(NOTHING_CITED)).toEqual([
      ['RED_FLAG', undefined],
      ['NEUROLOGIC_DEFICIT', undefined],
    ]);
    for (const { reliesOn } of upheld(RATIONALE)) expect(reliesOn).toBeNull();
  });
});

const anyRationale = fc
  .array(
    fc.constantFrom(...CASES.map(({ rationale }) => rationale), 'Dr.', '"', '“', ';', 'although', '\n'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(' '));
const anyFamily = fc.constantFrom(...CASES.map(({ family }) => family));
const anyDecision = fc.constantFrom('UPHELD' as const, 'OVERTURNED' as const);

test('whatever is said: each pair once, in order, with its own words, and always the same', () => {
  fc.assert(
    fc.property(anyRationale, anyFamily, anyDecision, (rationale, family, decision) => {
      const found = read({ rationale, family, decision });
      expect(new Set(found.map(short)).size).toBe(found.length);
      for (const { quote, span } of found) {
        expect(quote).not.toBe('');
        expect(quote).toBe(rationale.slice(span[0] - OFFSET, span[1] - OFFSET));
        expect(quote.split(/\s+/).length).toBeLessThanOrEqual(30);
      }
      expect(read({ rationale, family, decision })).toEqual(found);
    }),
    { numRuns: 200 },
  );
});
