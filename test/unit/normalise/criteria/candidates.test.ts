import { expect, test } from '@jest/globals';
import { findCandidates } from '../../../../src/normalise/criteria/candidates.js';
import { seenIn } from '../../../../src/normalise/criteria/features.js';
import { readProse } from '../../../../src/normalise/criteria/statements.js';
import { readCases, serviceOf, type Case } from './rationales.js';

const CASES = [
  ...readCases('applied-criteria.txt').filter(({ needsClassifier }) => !needsClassifier),
  ...readCases('candidates.txt'),
];

function find({ rationale, decision, family }: Pick<Case, 'rationale' | 'decision' | 'family'>) {
  const prose = readProse(rationale);
  return findCandidates(prose.words.words, seenIn(prose), { decision, service: serviceOf(family) });
}

const kindsOf = (one: Pick<Case, 'rationale' | 'decision' | 'family'>) =>
  find(one)
    .map(({ kind, status }) => `${kind} ${status}`)
    .sort();

test.each(CASES)('the rules find in $decision, $family: $rationale', (one) => {
  expect(kindsOf(one)).toEqual([...one.expected].sort());
});

test('another kind of service, another condition', () => {
  const rationale = 'There is no documentation of a trial of NSAIDs.';
  expect(kindsOf({ rationale, decision: 'UPHELD', family: 'drug' })).toEqual([
    'FIRST_LINE_DRUG_TRIED NOT_MET',
  ]);
  expect(kindsOf({ rationale, decision: 'UPHELD', family: 'imaging' })).toEqual([
    'CONSERVATIVE_CARE_FAILED NOT_MET',
  ]);
});

test('insufficient documentation is found only where nothing more specific is', () => {
  const rationale = 'There is insufficient documentation of the request.';
  const one = { decision: 'UPHELD', family: 'imaging' } as const;
  expect(kindsOf({ ...one, rationale })).toEqual(['DOCUMENTATION NOT_MET']);
  expect(kindsOf({ ...one, rationale: `There is no evidence of a red flag. ${rationale}` })).toEqual([
    'RED_FLAG NOT_MET',
  ]);
});

test('which other condition is meant is said in a note', () => {
  const [one] = find({
    rationale: 'There is no documentation of prior unsuccessful return-to-work attempts.',
    decision: 'UPHELD',
    family: 'test',
  });
  expect(one).toMatchObject({ kind: 'OTHER', note: expect.stringContaining('return-to-work') });
});

test('words lie within their statement, the phrase within the words', () => {
  for (const one of CASES) {
    for (const { first, next, phrase, statement } of find(one)) {
      expect(first).toBeGreaterThanOrEqual(statement.first);
      expect(next).toBeLessThanOrEqual(statement.next);
      expect(phrase.first).toBeGreaterThanOrEqual(first);
      expect(phrase.next).toBeLessThanOrEqual(next);
    }
  }
});
