import { describe, expect, test } from '@jest/globals';
import { CLASSIFIER, Classifier, type Guess } from '../../../../src/normalise/criteria/classifier.js';
import {
  evidenceIn,
  FeatureList,
  featuresOf,
  frameOf,
  viewOf,
  type ClassifierContext,
  type Question,
} from '../../../../src/normalise/criteria/features.js';
import { CRITERION_KINDS } from '../../../../src/normalise/criteria/kinds.js';
import { readProse } from '../../../../src/normalise/criteria/statements.js';
import weights from '../../../../src/normalise/data/criterion-weights.json' with { type: 'json' };

const MRI: ClassifierContext = {
  decision: 'UPHELD',
  service: { category: 'Diagnostic Testing > Imaging/Radiology', modality: 'MRI' },
};

/** What is guessed of each statement. */
function guesses(rationale: string, context = MRI, classifier = CLASSIFIER): (readonly Guess[])[] {
  const prose = readProse(rationale);
  const frame = frameOf(prose, context);
  return prose.statements.map((statement, i) => classifier.classify(frame, i, evidenceIn(prose, statement)));
}

const likeliest = (rationale: string, context = MRI) =>
  guesses(rationale, context).map(([first]) => first && `${first.kind} ${first.status}`);

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is none.');
  return value;
}

describe('statements about this employee', () => {
  const physical: ClassifierContext = {
    decision: 'OVERTURNED',
    service: { category: 'Rehabilitation > Physical Therapy', modality: 'Physical therapy' },
  };

  test.each([
    ['In this case, there is no evidence of a red flag.', MRI, 'RED_FLAG NOT_MET'],
    [
      'The records do not document that the patient has failed physical therapy.',
      MRI,
      'CONSERVATIVE_CARE_FAILED NOT_MET',
    ],
    ['There is no indication that the patient is a candidate for surgery.', MRI, 'SURGERY_PLANNED NOT_MET'],
    ['The neurologic examination of the claimant shows no deficit.', MRI, 'NEUROLOGIC_DEFICIT NOT_MET'],
    [
      'The patient improved in function and pain with the earlier sessions.',
      physical,
      'FUNCTIONAL_IMPROVEMENT MET',
    ],
  ])('%s', (rationale, context, expected) => {
    expect(likeliest(rationale, context)).toContain(expected);
  });
});

test('what a guideline says in general is hardly taken for a statement about this employee', () => {
  const [recital = []] = guesses(
    'The ACOEM Guidelines recommend MRI when red flags are present. None are noted.',
  );
  expect(recital.every(({ probability }) => probability < 0.5)).toBe(true);
});

test('guesses come in the order of their probability, and of kinds that there are', () => {
  const all = guesses('No red flags, neurologic deficit or failed conservative care are documented.').flat();
  expect(all.length).toBeGreaterThan(1);
  expect(all.map(({ probability }) => probability)).toEqual(
    all.map(({ probability }) => probability).sort((a, b) => b - a),
  );
  for (const { kind, probability } of all) {
    expect(Object.keys(CRITERION_KINDS)).toContain(kind);
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThanOrEqual(1);
  }
});

test('one statement may be likely of several kinds', () => {
  const [likely = []] = guesses(
    'No red flags, neurologic deficit or failed conservative care are documented.',
  );
  const kinds = likely.filter(({ probability }) => probability > 0.2).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['RED_FLAG', 'NEUROLOGIC_DEFICIT']));
});

test('looking at another rationale in between changes nothing', () => {
  const rationale = 'There is no documentation of functional improvement.';
  const before = guesses(rationale);
  guesses('The patient has neck pain. No red flags are present.');
  expect(guesses(rationale)).toEqual(before);
});

test('nothing is guessed of a statement that is not there', () => {
  const prose = readProse('No red flags.');
  expect(CLASSIFIER.classify(frameOf(prose, MRI), 5, { negations: [], phrases: [] })).toEqual([]);
});

test('of a clause without an end no more is looked at than of a long one', () => {
  const featureCount = (length: number, question: Question) => {
    const prose = readProse('There is no red flag or deficit and '.repeat(length));
    const statement = { ...must(prose.statements[0]), next: prose.words.words.length };
    const evidence = evidenceIn(prose, statement);
    const list = new FeatureList();
    featuresOf(viewOf(frameOf(prose, MRI), 0, statement, evidence), question, list);
    return list.length;
  };
  for (const question of ['applied', 'kind', 'met'] as const) {
    expect(featureCount(400, question)).toBe(featureCount(200, question));
  }
});

test('without weights nothing is sure', () => {
  const nothing = new Classifier({
    steps: { applied: 1, kind: 1, met: 1 },
    kinds: ['RED_FLAG'],
    applied: '',
    met: '',
    kind: { counts: '', kinds: '', weights: '' },
  });
  expect(guesses('No red flags.', MRI, nothing)).toEqual([
    [{ kind: 'RED_FLAG', status: 'NOT_MET', probability: 0.125 }],
  ]);
});

test('the weights are small, and name kinds that there are', () => {
  expect(JSON.stringify(weights).length).toBeLessThan(300_000);
  expect(weights.kinds.filter((kind) => !(kind in CRITERION_KINDS))).toEqual([]);
});
