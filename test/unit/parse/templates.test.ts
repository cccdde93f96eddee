import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import type { Letter } from '../../../src/parse/letter.js';
import { detectTemplate, eraOf, TEMPLATES } from '../../../src/parse/templates/detect.js';
import type { Truth } from '../../support/real-letters.js';
import { parseText, readingsOf, readingsOfTruth } from '../../support/parse.js';

const SAMPLES = join(projectFolder, 'samples');
const FEWEST_EXAMPLES = 3;

interface Example {
  readonly letter: Letter;
  readonly truth: Truth;
}

const examples: readonly Example[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const truth = readFileSync(join(SAMPLES, name.replace(/txt$/, 'expected.json')), 'utf8');
    return {
      letter: parseText(readFileSync(join(SAMPLES, name), 'utf8')),
      truth: JSON.parse(truth) as Truth,
    };
  });

test('each era is a file of the folder, by its name', () => {
  const files = readdirSync(join(projectFolder, 'src/parse/templates')).filter((name) =>
    /^\d{4}-/.test(name),
  );

  expect(TEMPLATES.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

test.each(TEMPLATES.map(({ name }) => name))('%s is told of, and has examples', (name) => {
  for (const file of ['docs/parsing.md', 'docs/samples.md'])
    expect(readFileSync(join(projectFolder, file), 'utf8')).toContain(`\`${name}\``);
  const own = examples.filter(({ letter }) => letter.template === name);

  expect(own.length).toBeGreaterThanOrEqual(FEWEST_EXAMPLES);
});

test.each(examples)(
  '$truth.case.caseNumber, $letter.template: read as a person read it',
  ({ letter, truth }) => {
    expect(readingsOf(letter)).toEqual(readingsOfTruth(truth));
  },
);

test('an example fits its own era wholly', () => {
  for (const { letter } of examples) {
    const { template, score } = detectTemplate(letter.text);

    expect([score, eraOf(template, letter.dates).name]).toEqual([1, letter.template]);
  }
});

describe('the era that dates tell', () => {
  const form = TEMPLATES.find(({ name }) => name === '2016-header-table') ?? TEMPLATES[0];
  const day = (value: string) => ({ decisionDate: { value, span: [0, 0] as const } });

  test.each([
    ['2017-11-30', '2016-header-table'],
    ['2017-12-01', '2017-acoem-titles'],
    ['2024-05-02', '2017-acoem-titles'],
  ])('%s: %s', (date, era) => {
    expect(form && eraOf(form, day(date)).name).toBe(era);
  });

  test('without dates: that of the form', () => {
    expect(form && eraOf(form, {}).name).toBe('2016-header-table');
  });
});

test('a template counts how much of it a text has', () => {
  const half = [
    'MEDICAL PROFESSIONAL REVIEW',
    'ISSUE AT DISPUTE:',
    'CASE SUMMARY:',
    'DOCUMENTS REVIEWED FOR DETERMINATION:',
  ];
  const { template, score, missing } = detectTemplate(half.join('\n'));

  expect(template.name).toBe('2013-professional-review');
  expect(score).toBeCloseTo(4 / 7);
  expect(missing).toContain('MEDICAL REVIEWER QUALIFICATIONS:');
});
