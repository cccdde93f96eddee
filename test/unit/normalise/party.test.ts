import { expect, test } from '@jest/globals';
import type { CitationRole } from '../../../src/normalise/determination.js';
import { readParty } from '../../../src/normalise/party.js';
import { lastAdoption } from '../../../src/normalise/titles.js';
import type { Warning } from '../../../src/parse/letter.js';

const WORDS = 'Decision based on MTUS Low Back Complaints 1999, Section(s): Physical Methods, Page(s): 300.';

function read(words: string, offset: number, role: CitationRole, asOf: string | null) {
  const warnings: Warning[] = [];
  const party = readParty(
    { value: words, span: [offset, offset + words.length] },
    { role, asOf, warn: (warning) => warnings.push(warning) },
  );
  return { party, warnings };
}

test('a line that comes again, elsewhere and of the other party, is read as it stands there', () => {
  const text = `${' '.repeat(7)}${WORDS}${' '.repeat(5)}${WORDS}`;
  const first = read(WORDS, 7, 'CLAIMS_ADMINISTRATOR', '2016-10-03');
  const second = read(WORDS, 12 + WORDS.length, 'EXPERT_REVIEWER', '2016-11-04');
  expect(first.party.citations.length).toBeGreaterThan(0);
  expect(first.warnings).not.toHaveLength(0);
  for (const { party, warnings } of [first, second]) {
    for (const { raw, span } of party.citations) expect(text.slice(...span)).toBe(raw);
    expect(text.slice(...(party.basis?.span ?? [0, 0]))).toMatch(/^Decision based on MTUS/);
    expect(warnings.map(({ code }) => code)).toEqual(first.warnings.map(({ code }) => code));
  }
  expect(new Set(first.party.citations.map(({ role }) => role))).toEqual(new Set(['CLAIMS_ADMINISTRATOR']));
  expect(new Set(second.party.citations.map(({ role }) => role))).toEqual(new Set(['EXPERT_REVIEWER']));
  const moved = first.warnings.map(({ span: [start, end] = [0, 0] }) => [start, end]);
  expect(second.warnings.map(({ span: [start, end] = [0, 0] }) => [start, end])).toEqual(
    moved.map((span) => span.map((at) => at + WORDS.length + 5)),
  );
});

test('the same words mean what was in force on the day', () => {
  const words = 'Decision based on MTUS Low Back.';
  const [early, late] = ['2014-01-01', '2019-01-01'].map((asOf) => read(words, 0, 'EXPERT_REVIEWER', asOf));
  expect(early?.party.citations.map(({ resolution }) => resolution)).toEqual(['RESOLVED']);
  expect(late?.party.citations.map(({ resolution }) => resolution)).toEqual(['AMBIGUOUS']);
  expect(read(words, 0, 'EXPERT_REVIEWER', '2014-01-01')).toEqual(early);
  expect(read(words, 0, 'EXPERT_REVIEWER', '2019-01-01')).toEqual(late);
});

test('between two adoptions names mean the same', () => {
  expect(lastAdoption(null)).toBeNull();
  expect(lastAdoption('1900-01-01')).toBeNull();
  const day = lastAdoption('2016-10-03') ?? '';
  expect(day <= '2016-10-03').toBe(true);
  expect(lastAdoption(day)).toBe(day);
});
