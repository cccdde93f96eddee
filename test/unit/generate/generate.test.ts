import { describe, expect, test } from '@jest/globals';
import { readingsOf, readingsOfTruth, parseText } from '../../support/parse.js';
import { generateLetter, type Generated, type Recipe } from '../../../src/generate/generate.js';
import { ERAS } from '../../../src/generate/letter.js';
import { CRITERION_KINDS } from '../../../src/normalise/criteria/kinds.js';
import type { Truth } from '../../support/real-letters.js';

interface TrueFinding {
  readonly label: string;
  readonly decision: string;
  readonly bases: Readonly<Record<string, string>>;
  readonly citations: readonly { readonly role: string; readonly source: string; readonly raw: string }[];
  readonly appliedCriteria: readonly {
    readonly kind: string;
    readonly status: string;
    readonly decisive: boolean;
    readonly quote: string;
    readonly reliesOn?: { readonly source: string };
  }[];
}

const RECIPE: Recipe = { seed: 11, noise: 0 };

function letters(count: number, recipe: Recipe = RECIPE): Generated[] {
  return Array.from({ length: count }, (_, i) => generateLetter(i + 1, recipe));
}

const findingsOf = ({ expected }: Generated) => expected.findings as readonly TrueFinding[];
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const count = <T>(things: readonly T[], is: (thing: T) => boolean) => things.filter(is).length;

describe('a generated letter', () => {
  test('depends on the seed and its number alone', () => {
    expect(generateLetter(7, { ...RECIPE, noise: 1 })).toEqual(generateLetter(7, { ...RECIPE, noise: 1 }));
    expect(generateLetter(7, { ...RECIPE, seed: 12 }).text).not.toBe(generateLetter(7, RECIPE).text);
  });

  test('says the same with noise as without', () => {
    const noisy = letters(40, { ...RECIPE, noise: 1 });
    expect(noisy.map(({ expected }) => expected)).toEqual(letters(40).map(({ expected }) => expected));
    expect(noisy.map(({ text }) => text)).not.toEqual(letters(40).map(({ text }) => text));
  });
});

describe.each(ERAS)('letters of %s', (era) => {
  const generated = letters(40, { ...RECIPE, era });

  test('hold what their truth says, in the same words', () => {
    for (const letter of generated) {
      const text = oneLine(letter.text);
      for (const { label, citations, appliedCriteria } of findingsOf(letter)) {
        expect(text).toContain(label);
        for (const { raw } of citations) expect(text).toContain(raw);
        for (const { quote } of appliedCriteria) expect(text).toContain(quote);
      }
    }
  });

  test('have no slot left unfilled, and no empty citation', () => {
    for (const { text } of generated) expect(text).not.toMatch(/[{}]|undefined|null|based on \.|MTUS \./);
  });

  test('have a basis for what they cite, and a decisive criterion for what they decide', () => {
    for (const { decision, bases, citations, appliedCriteria } of generated.flatMap(findingsOf)) {
      for (const [role, basis] of Object.entries(bases)) {
        const sources = citations.filter((it) => it.role === role).map(({ source }) => source);
        expect(basis).toBe(sources.includes('MTUS') ? 'MTUS' : sources.length > 0 ? 'OUTSIDE_MTUS' : 'NONE');
      }
      const status = decision === 'UPHELD' ? 'NOT_MET' : 'MET';
      expect(appliedCriteria.filter((it) => it.decisive).map((it) => it.status)).toContain(status);
    }
  });

  test('find records insufficient only where they say nothing more specific, and rely on what they cite', () => {
    for (const { citations, appliedCriteria } of generated.flatMap(findingsOf)) {
      const kinds = appliedCriteria.map(({ kind }) => kind);
      if (kinds.includes('DOCUMENTATION')) expect(kinds).toEqual(['DOCUMENTATION']);
      expect(new Set(kinds).size).toBe(kinds.length);
      const sources = citations.filter(({ role }) => role === 'RATIONALE').map(({ source }) => source);
      for (const { reliesOn } of appliedCriteria) expect([...sources, undefined]).toContain(reliesOn?.source);
    }
  });

  test('are read by the parser as they were meant', () => {
    for (const { text, expected } of generated) {
      expect(readingsOf(parseText(text))).toEqual(readingsOfTruth(expected as unknown as Truth));
    }
  });
});

describe('a run of letters', () => {
  const generated = letters(2_000);
  const findings = generated.flatMap(findingsOf);

  test('covers every era', () => {
    expect(new Set(generated.map(({ expected }) => expected.era))).toEqual(new Set(ERAS));
  });

  test('upholds about 89 of 100, and modifies and omits now and then', () => {
    const upheld = count(findings, ({ decision }) => decision === 'UPHELD') / findings.length;
    expect(upheld).toBeGreaterThan(0.86);
    expect(upheld).toBeLessThan(0.92);
    expect(count(findings, (it) => 'modification' in it)).toBeGreaterThan(100);
    expect(count(generated, ({ expected }) => expected.employee.age === null)).toBeGreaterThan(10);
    expect(new Set(generated.map(({ expected }) => expected.case['outcome']))).toEqual(
      new Set(['UPHOLD', 'OVERTURN', 'PARTIAL_OVERTURN']),
    );
  });

  test('applies every kind of criterion, met and not met', () => {
    const applied = findings.flatMap(({ appliedCriteria }) =>
      appliedCriteria.map(({ kind, status }) => `${kind} ${status}`),
    );
    const wanted = Object.keys(CRITERION_KINDS).flatMap((kind) => [`${kind} MET`, `${kind} NOT_MET`]);
    expect([...new Set(applied)].sort()).toEqual(wanted.sort());
  });

  test('has each case once, each name once, and dates in their order', () => {
    const numbers = generated.flatMap(({ expected }) => expected.case['caseNumber'] ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(generated.map(({ name }) => name)).size).toBe(generated.length);
    for (const { expected } of generated) {
      const { dateOfInjury, utilizationReviewDate, applicationReceivedDate, dateAssigned, decisionDate } =
        expected.case;
      const dates = [
        dateOfInjury,
        utilizationReviewDate,
        applicationReceivedDate,
        dateAssigned,
        decisionDate,
      ];
      const known = dates.filter((date) => typeof date === 'string');
      expect(known).toEqual([...known].sort());
    }
  });
});
