import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { judgeLosses, readAccepted } from '../../../bench/accuracy/accepted.js';
import { compareWithBaseline, readBaseline } from '../../../bench/accuracy/baseline.js';
import { casesIn } from '../../../bench/accuracy/letters.js';
import { scoreLetters } from '../../../bench/accuracy/score.js';
import { projectFolder } from '../../../src/common/project.js';
import { isRejection } from '../../../src/documents/document.js';
import { readDocument } from '../../../src/documents/read.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { normalise } from '../../../src/normalise/normalise.js';
import { parseLetter } from '../../../src/parse/parse-letter.js';

type Cases = ReturnType<typeof casesIn>;

/** The losses of some letters against the committed baseline that are not accepted. */
async function losses(cases: Cases): Promise<string[]> {
  const documents = new Map<string, Determination>();
  for (const { path } of cases) {
    const document = await readDocument(path);
    if (!isRejection(document)) documents.set(path, normalise(parseLetter(document)));
  }
  const letters = scoreLetters(cases, { documents });
  const changes = compareWithBaseline(readBaseline(), letters);
  const { failing } = judgeLosses(changes, readAccepted(), new Set(letters.map(({ id }) => id)));
  return failing.map(({ document, group, fact, how }) => `${document} ${group}: ${fact} (${how})`);
}

// Should one be right: correct it, or list it in bench/accepted-losses.json with the reason (bench/README.md).
test('nothing of the samples is read worse than the baseline says', async () => {
  const cases = casesIn('samples', join(projectFolder, 'samples'));
  expect(cases.length).toBeGreaterThan(0);
  expect(await losses(cases)).toEqual([]);
});

test('a letter that is read worse shows', async () => {
  const [one] = casesIn('samples', join(projectFolder, 'samples'));
  const truth = { ...one?.truth, employee: { age: 199 } };
  expect(await losses(one ? [{ ...one, truth }] : [])).toContainEqual(
    expect.stringMatching(/employee: age = 199/),
  );
});

test('every accepted loss gives its reason', () => {
  expect(readAccepted().map(({ reason }) => reason)).not.toContain('');
});
