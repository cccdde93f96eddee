import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../../src/common/project.js';
import { CRITERION_KINDS } from '../../../src/normalise/criteria/kinds.js';
import { departures, TRUTH_FORM } from '../../support/truth-form.js';
import { read } from './project-files.js';

interface Applied {
  kind: string;
  status: string;
  decisive: boolean;
  quote: string;
}

interface Truth {
  case: {
    caseNumber: string | null;
    outcome: string;
    applicationReceivedDate?: string | null;
    dateAssigned?: string | null;
    decisionDate: string | null;
    dateOfInjury: string | null;
  };
  findings: { label: string; decision: string; appliedCriteria: Applied[] }[];
}

const names = readdirSync(join(projectFolder, 'samples'));
const letters = names.filter((name) => /\.(txt|pdf)$/.test(name));
const stem = (name: string): string => name.replace(/\.(txt|pdf|expected\.json)$/, '');
const truthOf = (name: string): Truth => JSON.parse(read(`samples/${stem(name)}.expected.json`)) as Truth;
const flat = (text: string): string => text.replace(/-\s+/g, '-').replace(/\s+/g, ' ');

/** What may stand behind an item to decide it: a word, a sentence, or the heading of the letter's one rationale. */
const DECIDED = {
  UPHELD: '( is)?: Upheld| (is|are) ?not ?medically necessary|[^]*WAS NOT MEDICALLY NECESSARY',
  OVERTURNED: '( is)?: Overturned| (is|are) medically necessary|[^]*WAS MEDICALLY NECESSARY',
};

test('each letter has its truth, is there once, and nothing else is there', () => {
  const truths = names.filter((name) => name.endsWith('.expected.json'));
  expect(letters.map(stem).sort()).toEqual(truths.map(stem).sort());
  expect(names).toHaveLength(letters.length + truths.length);
});

test('case numbers are of the invented range, and name the file', () => {
  for (const letter of letters.filter((name) => name.startsWith('CM'))) {
    expect(truthOf(letter).case.caseNumber).toBe(stem(letter));
    expect(letter).toMatch(/^CM\d\d-99000\d\d\./);
    const { applicationReceivedDate, dateAssigned, decisionDate } = truthOf(letter).case;
    const years = [applicationReceivedDate, dateAssigned, decisionDate].map((day) => day?.slice(2, 4));
    expect(years).toContain(letter.slice(2, 4));
  }
  const numbers = letters.flatMap((name) => /-(99000\d\d)/.exec(name)?.[1] ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.each(letters.filter((name) => name.endsWith('.txt')))('%s says what its truth says', (letter) => {
  const text = flat(read(`samples/${letter}`));
  for (const { label, decision } of truthOf(letter).findings) {
    const decided = DECIDED[decision as keyof typeof DECIDED];
    expect(text).toMatch(new RegExp(`${label.replace(/[^\w ]/g, '\\$&')}(${decided})`));
  }
});

test.each(letters)('%s: its truth has known fields and values', (letter) => {
  expect(departures(truthOf(letter), TRUTH_FORM)).toEqual([]);
});

test('a truth is refused by what it says in other words', () => {
  const findings = [{ label: 'MRI', bases: { EXPERT_REVIEWER: 'NON_MTUS' }, citations: [{ topic: 'MRI' }] }];
  expect(departures({ findings, employee: [] }, TRUTH_FORM)).toEqual([
    'truth.findings.0.bases.EXPERT_REVIEWER: "NON_MTUS"',
    'truth.findings.0.citations.0: topic',
    'truth.employee',
  ]);
});

test.each(letters)('%s: the outcome follows from the findings', (letter) => {
  const { case: it, findings } = truthOf(letter);
  const decisions = new Set(findings.map(({ decision }) => decision));
  const single = decisions.has('UPHELD') ? 'UPHOLD' : 'OVERTURN';
  expect(it.outcome).toBe(decisions.size > 1 ? 'PARTIAL_OVERTURN' : single);
});

test.each(letters)('%s: criteria are said in its words, each kind and status once', (letter) => {
  const text = letter.endsWith('.txt') ? flat(read(`samples/${letter}`)) : undefined;
  for (const { decision, appliedCriteria } of truthOf(letter).findings) {
    const pairs = appliedCriteria.map(({ kind, status }) => `${kind} ${status}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { status, decisive, quote } of appliedCriteria) {
      if (text !== undefined) expect(text).toContain(flat(quote));
      expect(decisive).toBe(status === (decision === 'UPHELD' ? 'NOT_MET' : 'MET'));
    }
  }
});

test('every kind of criterion is applied somewhere, met and not met', () => {
  const applied = letters.flatMap((letter) =>
    truthOf(letter).findings.flatMap(({ appliedCriteria }) =>
      appliedCriteria.map(({ kind, status }) => `${kind} ${status}`),
    ),
  );
  const wanted = Object.keys(CRITERION_KINDS).flatMap((kind) => [`${kind} MET`, `${kind} NOT_MET`]);
  expect([...new Set(applied)].sort()).toEqual(wanted.sort());
});

test('docs/samples.md counts them', () => {
  const findings = letters.flatMap((letter) => truthOf(letter).findings);
  const applied = findings.flatMap(({ appliedCriteria }) => appliedCriteria);
  const text = flat(read('docs/samples.md'));
  expect(text).toContain(`${letters.length} determination letters with ${findings.length} findings`);
  expect(text).toContain(`There are ${applied.length}, each`);
});

test('PDFs are small', () => {
  const pdfs = letters.filter((name) => name.endsWith('.pdf'));
  expect(pdfs).toHaveLength(2);
  for (const pdf of pdfs) expect(statSync(join(projectFolder, 'samples', pdf)).size).toBeLessThan(50_000);
});
