import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { generateLetter } from '../../../src/generate/generate.js';
import { GOLDEN_LETTERS } from '../../support/golden.js';

/** The truth beside letters: what a person, or whoever invented them, says is in them. No parser and no graph is between. */
interface Truth {
  readonly case: Readonly<Record<string, string | null>>;
  readonly reviewer: { readonly licensureStates: readonly string[] };
  readonly findings: readonly TrueFinding[];
}

interface TrueFinding {
  readonly decision: 'UPHELD' | 'OVERTURNED';
  readonly modification?: object | null;
  readonly citations: readonly {
    readonly role: string;
    readonly source: string;
    readonly silent?: boolean;
  }[];
}

const { letters: number, ...recipe } = GOLDEN_LETTERS;
const sampleTruths = readdirSync('samples')
  .filter((file) => file.endsWith('.expected.json'))
  .map((file) => JSON.parse(readFileSync(join('samples', file), 'utf8')) as Truth);
const letters: readonly Truth[] = [
  ...sampleTruths,
  ...Array.from({ length: number }, (_, i) => generateLetter(i + 1, recipe).expected as unknown as Truth),
];

type Rows = Record<string, { nodes: { values: { value: string }[]; findings: number; upheld: number }[] }>;

const golden = (name: string): unknown =>
  JSON.parse(readFileSync(join('test/golden', name, 'result.json'), 'utf8'));

/** `value: findings upheld` of each row of a golden answer. */
function answered(name: string, field = 'outcomes'): string[] {
  const { nodes } = (golden(name) as Rows)[field] ?? { nodes: [] };
  return nodes.map(({ values, findings, upheld }) => {
    const value = values.map((one) => one.value).join(' ');
    return `${value}: ${findings} ${upheld}`;
  });
}

/** The same, counted from the truth. */
function counted(valuesOf: (letter: Truth, finding: TrueFinding) => readonly (string | null | undefined)[]) {
  const rows = new Map<string, [findings: number, upheld: number]>();
  for (const letter of letters) {
    for (const finding of letter.findings) {
      for (const value of new Set(valuesOf(letter, finding))) {
        if (typeof value !== 'string') continue;
        const [findings, upheld] = rows.get(value) ?? [0, 0];
        rows.set(value, [findings + 1, upheld + Number(finding.decision === 'UPHELD')]);
      }
    }
  }
  return [...rows].map(([value, row]) => `${value}: ${row.join(' ')}`).sort();
}

/** Sources as the catalogue names them; `OTHER` stands for any that it does not have. */
const sourcesOf = ({ citations }: TrueFinding, party: string) => [
  ...new Set(citations.filter(({ role, silent }) => role === party && !silent).map(({ source }) => source)),
];

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];

test.each<[string, string, (letter: Truth, finding: TrueFinding) => readonly (string | null | undefined)[]]>([
  ['OutcomesByItemsInLetter', 'outcomes', ({ findings }) => [String(findings.length)]],
  [
    'OutcomesByItemsInLetter',
    'mixed',
    ({ findings, case: { outcome } }) => [`${findings.length} ${outcome ?? ''}`],
  ],
  [
    'OutcomesOfModifiedRequests',
    'outcomes',
    (_, { modification }) => [modification ? 'MODIFIED' : 'FULL_DENIAL'],
  ],
  ['OutcomesByLicensureState', 'outcomes', ({ reviewer }) => reviewer.licensureStates],
  [
    'OutcomesByQuarter',
    'outcomes',
    ({ case: { decisionDate: day } }) => [
      day && `${day.slice(0, 4)}-${QUARTERS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? ''}`,
    ],
  ],
])('%s, %s', (name, field, valuesOf) => {
  expect(answered(name, field).sort()).toEqual(counted(valuesOf));
});

test('SourcesThatWin: sources that reviewers cite together', () => {
  interface Pair {
    guideline: { path: string };
    withGuideline: { path: string };
    findings: number;
    upheld: number;
  }
  const { together } = golden('SourcesThatWin') as Record<string, { nodes: Pair[] }>;
  const rows = together?.nodes.map(
    ({ guideline, withGuideline, findings, upheld }) =>
      `${guideline.path} ${withGuideline.path}: ${findings} ${upheld}`,
  );
  const pairs = counted((_, finding) => {
    const sources = sourcesOf(finding, 'EXPERT_REVIEWER')
      .filter((source) => source !== 'OTHER')
      .sort();
    return sources.flatMap((one, i) => sources.slice(i + 1).map((other) => `${one} ${other}`));
  });
  // The operation asks for pairs of five findings and more.
  expect(rows?.sort()).toEqual(pairs.filter((row) => Number(row.split(' ').at(-2)) >= 5));
});

test('CitationAgreement: sources of both parties', () => {
  const { sources } = golden('CitationAgreement') as Record<
    string,
    { agreement: string; findings: number; upheld: number }[]
  >;
  const rows = sources?.filter(({ findings }) => findings > 0);
  const agreements = counted((_, finding) => {
    const [theirs, own] = [sourcesOf(finding, 'CLAIMS_ADMINISTRATOR'), sourcesOf(finding, 'EXPERT_REVIEWER')];
    const shared = theirs.filter((source) => own.includes(source)).length;
    if (theirs.length === 0) return [own.length === 0 ? 'NEITHER' : 'ONLY_EXPERT_REVIEWER'];
    if (own.length === 0) return ['ONLY_CLAIMS_ADMINISTRATOR'];
    if (shared === 0) return ['DISJOINT'];
    return [shared === theirs.length && shared === own.length ? 'SAME' : 'OVERLAPPING'];
  });
  expect(rows?.map((row) => `${row.agreement}: ${row.findings} ${row.upheld}`).sort()).toEqual(agreements);
});

test('DaysToDecision: letters with both dates, and their median', () => {
  const { priorities } = golden('DaysToDecision') as Record<
    string,
    { base: { letters: number; median: number } }
  >;
  const days = letters
    .flatMap(({ case: { dateAssigned, decisionDate } }) =>
      dateAssigned && decisionDate
        ? [(Date.parse(decisionDate) - Date.parse(dateAssigned)) / 86_400_000]
        : [],
    )
    .filter((took) => took >= 0)
    .sort((a, b) => a - b);
  const middle = (days.length - 1) / 2;
  const median = ((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2;
  expect(priorities?.base).toMatchObject({ letters: days.length, median });
});
