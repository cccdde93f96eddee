import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { judgeLosses, readAccepted } from '../../../bench/accuracy/accepted.js';
import { compareWithBaseline, GENERATED, readBaseline } from '../../../bench/accuracy/baseline.js';
import { generate } from '../../../bench/accuracy/generated.js';
import { casesIn } from '../../../bench/accuracy/letters.js';
import { scoreLetters } from '../../../bench/accuracy/score.js';
import { ImrError } from '../../../src/common/errors.js';
import { projectFolder } from '../../../src/common/project.js';
import { isRejection, type Document, type Rejection } from '../../../src/documents/document.js';
import { readDocument } from '../../../src/documents/read.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { generateLetter } from '../../../src/generate/generate.js';
import { ERAS } from '../../../src/generate/letter.js';
import { normalise } from '../../../src/normalise/normalise.js';
import { parseLetter } from '../../../src/parse/parse-letter.js';
import { SOURCE } from '../../support/parse.js';

type Cases = ReturnType<typeof casesIn>;

/** What a letter says; `undefined` when it is not read as one. */
function read(document: Document | Rejection): Determination | undefined {
  if (isRejection(document)) return undefined;
  try {
    return normalise(parseLetter(document));
  } catch (error) {
    if (error instanceof ImrError) return undefined;
    throw error;
  }
}

/** The losses of some letters against the committed baseline that are not accepted. */
function losses(cases: Cases, outcomes: readonly (Document | Rejection)[]): string[] {
  const documents = new Map<string, Determination>();
  outcomes.forEach((outcome, i) => {
    const determination = read(outcome);
    if (determination) documents.set(cases[i]?.path ?? '', determination);
  });
  const letters = scoreLetters(cases, { documents });
  const changes = compareWithBaseline(readBaseline(), letters);
  const { failing } = judgeLosses(changes, readAccepted(), new Set(letters.map(({ id }) => id)));
  return failing.map(({ document, group, fact, how }) => `${document} ${group}: ${fact} (${how})`);
}

const samples = casesIn('samples', join(projectFolder, 'samples'));
let documents: (Document | Rejection)[] = [];

beforeAll(async () => {
  documents = await Promise.all(samples.map(({ path }) => readDocument(path)));
});

// Should one of these be right: correct the parser, or list the loss in bench/accepted-losses.json (bench/README.md).
test('nothing of the samples is read worse than the baseline says', () => {
  expect(samples.length).toBeGreaterThan(0);
  expect(losses(samples, documents)).toEqual([]);
});

test('nothing of the generated letters is read worse than the baseline says', () => {
  const cases = generate({ ERAS, generateLetter }, GENERATED, '/generated');
  expect(cases).toHaveLength(GENERATED.letters);
  const texts = cases.map(({ path, text }): Document => ({ source: { ...SOURCE, path }, text }));
  expect(losses(cases, texts)).toEqual([]);
});

test('a letter that is read worse shows', () => {
  const wrong = samples.map((letter) => ({ ...letter, truth: { ...letter.truth, employee: { age: 199 } } }));
  expect(losses(wrong, documents)).toContainEqual(expect.stringMatching(/employee: age = 199 \(missed\)/));
});

test('every accepted loss gives its reason', () => {
  expect(readAccepted().map(({ reason }) => reason)).not.toContain('');
});
