import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { normalise } from '../../../src/normalise/normalise.js';
import { letter2016 } from '../../support/letters.js';
import { parseText } from '../../support/parse.js';
import { realDocument, stemsOf, testWithRealLetters } from '../../support/real-letters.js';
import { factsOf, misplacedIn } from '../../support/spans.js';

const SAMPLES = join(projectFolder, 'samples');
const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.txt'),
);

test.each(samples)('every fact of the sample %s stands in the text where it says', (name) => {
  const document = normalise(parseText(readFileSync(join(SAMPLES, name), 'utf8')));

  expect(factsOf(document).length).toBeGreaterThan(8);
  expect(misplacedIn(document)).toEqual([]);
});

testWithRealLetters('and so does every fact of the published letters', async () => {
  for (const stem of [...stemsOf('2014'), ...stemsOf('2016')]) {
    const { text } = await realDocument(`${stem}.txt`);
    expect([stem, misplacedIn(normalise(parseText(text)))]).toEqual([stem, []]);
  }
});

const letter = normalise(parseText(letter2016()));

test.each([
  ['a span that is missing', { spans: { ...letter.spans, age: undefined } }, 'employee.age', 'no span'],
  ['a span that is off by one', { spans: { ...letter.spans, age: [0, 2] } }, 'employee.age', 'other words'],
  [
    'a span beyond the text',
    { spans: { ...letter.spans, caseNumber: [0, 1e6] } },
    'case.caseNumber',
    'not in the text',
  ],
])('the check notices %s', (_, change, path, problem) => {
  const damaged = { ...letter, ...change } as unknown as Determination;

  expect(misplacedIn(damaged)).toMatchObject([{ path, problem }]);
});
