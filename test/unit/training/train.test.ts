import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../../bench/criteria/cases.js';
import { projectFolder } from '../../../src/common/project.js';
import { CRITERION_KINDS } from '../../../src/normalise/criteria/kinds.js';
import weights from '../../../src/normalise/data/criterion-weights.json' with { type: 'json' };
import { examplesOf } from '../../../training/examples.js';
import { fingerprint } from '../../../training/fingerprint.js';
import { learn } from '../../../training/learn.js';
import { train } from '../../../training/model.js';

interface Rationale {
  readonly item: string;
  readonly decision: 'UPHELD' | 'OVERTURNED';
  readonly rationale: string;
  readonly applied: readonly {
    readonly kind: string;
    readonly status: 'MET' | 'NOT_MET';
    readonly decisive: boolean;
    readonly quote: string;
  }[];
}

const FOLDER = join(projectFolder, 'training/rationales');
const RATIONALES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Rationale);

test('the weights were trained on the rationales as they are: else run training/train.js', () => {
  expect(weights.trainedOn).toBe(fingerprint(RATIONALES));
});

test('the same rationales give the same weights', () => {
  const few = RATIONALES.slice(0, 30);
  expect(train(few)).toEqual(train(few));
  expect(train(few)).not.toEqual(train(RATIONALES.slice(1, 31)));
});

test('labels are of known kinds, each pair once, and quote the rationale', () => {
  const wrong = RATIONALES.flatMap(({ rationale, applied }) => {
    const pairs = applied.map(({ kind, status }) => `${kind} ${status}`);
    return applied
      .filter(({ kind, quote }) => !(kind in CRITERION_KINDS) || placeOf(quote, rationale) === null)
      .map(({ kind, quote }) => `${kind}: ${quote}`)
      .concat(
        pairs.filter((pair, i) => pairs.indexOf(pair) !== i).map((pair) => `${pair} twice: ${rationale}`),
      );
  });
  expect(wrong).toEqual([]);
});

test('a criterion belongs to the statement that holds its quote', () => {
  const examples = examplesOf({
    item: 'MRI of the lumbar spine',
    decision: 'UPHELD',
    rationale:
      'MRI is recommended for red flags. There are no red flags. The request is not medically necessary.',
    applied: [{ kind: 'RED_FLAG', status: 'NOT_MET', decisive: true, quote: 'no red flags' }],
  });
  expect(examples.map(({ criteria }) => criteria.map(({ kind }) => kind))).toEqual([[], ['RED_FLAG'], []]);
  const [, { features, quotes: [quote] } = { features: undefined, quotes: [] }] = examples;
  expect(quote?.criteria.map(({ kind }) => kind)).toEqual(['RED_FLAG']);
  expect(quote?.features.length).toBeLessThanOrEqual(features?.kind.length ?? 0);
});

test('each question learns its own answers', () => {
  const lessons = [
    { features: Int32Array.of(1, 2), answers: [true, false] },
    { features: Int32Array.of(1, 3), answers: [false, false] },
    { features: Int32Array.of(1, 4), answers: [true, true] },
  ];
  const weightsOf = learn(lessons, 2);
  const answer = (question: number, features: Int32Array) =>
    features.reduce((sum, feature) => sum + (weightsOf[question]?.[feature] ?? 0), 0) > 0;
  expect(lessons.map(({ features }) => [0, 1].map((question) => answer(question, features)))).toEqual(
    lessons.map(({ answers }) => answers),
  );
});
