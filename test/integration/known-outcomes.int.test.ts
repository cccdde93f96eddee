import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import mtusData from '../../src/normalise/data/mtus.json' with { type: 'json' };
import sourcesData from '../../src/normalise/data/sources.json' with { type: 'json' };
import type { Determination, Finding } from '../../src/normalise/determination.js';
import { DIMENSIONS, type Dimension } from '../../src/query/dimensions.js';
import type { FindingFilter } from '../../src/query/filter/filters.js';
import { baseOutcome, countedOutcomes, type Outcome } from '../../src/query/outcomes.js';
import { emptyGraph } from '../support/graph.js';
import {
  agreement,
  citedBy,
  daysOf,
  readSamples,
  recount,
  samples,
  type Counted,
} from '../support/recount.js';

let client: GraphClient;
let letters: readonly Determination[];

beforeAll(async () => {
  client = await emptyGraph();
  await ingest(client, [samples]);
  letters = await readSamples();
});

const BANDS = [
  [0, 17, '0 to 17'],
  [18, 24, '18 to 24'],
  [25, 34, '25 to 34'],
  [35, 44, '35 to 44'],
  [45, 54, '45 to 54'],
  [55, 64, '55 to 64'],
  [65, 999, '65 and over'],
] as const;

const SURGERY = /^Surgery( > (Arthroscopic Surgery|Non-arthroscopic Surgery|Spine))?$/;
const isSurgery = ({ service }: Finding) => SURGERY.test(service.category ?? '');

/** Editions of the MTUS that the reviewer cites. */
const editionsOf = ({ citations }: Finding) =>
  citations.filter(
    ({ role, silent, source, edition }) =>
      role === 'EXPERT_REVIEWER' && !silent && source === 'MTUS' && edition !== null,
  );

/** What each dimension says of a finding, read from the letter itself. */
const VALUES: Record<Dimension, (...counted: Counted) => readonly unknown[]> = {
  GUIDELINE_SOURCE: (_, finding) => citedBy(finding, 'EXPERT_REVIEWER', 'SOURCE'),
  GUIDELINE_CHAPTER: (_, finding) => citedBy(finding, 'EXPERT_REVIEWER', 'CHAPTER'),
  GUIDELINE_TOPIC: (_, finding) => citedBy(finding, 'EXPERT_REVIEWER', 'TOPIC'),
  SOURCE_KIND: (_, finding) =>
    citedBy(finding, 'EXPERT_REVIEWER', 'SOURCE').map(
      (name) => sourcesData.sources.find((source) => source.name === name)?.kind ?? 'UNKNOWN',
    ),
  MTUS_EDITION: (_, finding) => editionsOf(finding).map(({ edition }) => edition),
  MTUS_EDITION_STATUS: ({ case: { decisionDate } }, finding) =>
    editionsOf(finding).map(({ chapter, edition }) => {
      const title = mtusData.titles.find(({ name }) => name === chapter);
      const dates = title?.editions.find(({ year }) => year === edition);
      if (!dates?.from || decisionDate === null) return null;
      if (dates.until !== null && dates.until < decisionDate) return 'SUPERSEDED';
      return dates.from > decisionDate ? 'NOT_YET_IN_FORCE' : 'IN_FORCE';
    }),
  MODALITY: (_, { service }) => [service.modality],
  CATEGORY: (_, { service }) => [service.category],
  DRUG: (_, { service }) => [service.drug?.name],
  DRUG_CLASS: (_, { service }) => [service.drug?.class],
  INGREDIENT: (_, { service }) =>
    (service.drug?.name.split('/') ?? []).map((name) => name.replace(/^./, (first) => first.toUpperCase())),
  BODY_REGION: (_, { service }) => service.bodyRegions,
  SPECIALTY: ({ reviewer }) => reviewer.specialties,
  LICENSURE_STATE: ({ reviewer }) => reviewer.licensureStates,
  CALIFORNIA_LICENSE: ({ reviewer: { licensureStates } }) => {
    if (licensureStates.length === 0) return [];
    return [licensureStates.includes('CA') ? 'LICENSED' : 'NOT_LICENSED'];
  },
  AGE_BAND: ({ employee: { age } }) =>
    BANDS.filter(([from, to]) => age !== null && age >= from && age <= to).map(([, , name]) => name),
  SEX: ({ employee }) => [employee.sex],
  CLAIMS_ADMINISTRATOR_BASIS: (_, { bases }) => [bases.CLAIMS_ADMINISTRATOR],
  EXPERT_REVIEWER_BASIS: (_, { bases }) => [bases.EXPERT_REVIEWER],
  CITATION_AGREEMENT_SOURCE: (_, finding) => [agreement(finding, 'SOURCE')],
  CITATION_AGREEMENT_CHAPTER: (_, finding) => [agreement(finding, 'CHAPTER')],
  CITATION_AGREEMENT_TOPIC: (_, finding) => [agreement(finding, 'TOPIC')],
  YEAR: (letter) => [letter.case.decisionDate?.slice(0, 4)],
  QUARTER: ({ case: { decisionDate } }) => [
    decisionDate && `${decisionDate.slice(0, 4)}-Q${Math.ceil(Number(decisionDate.slice(5, 7)) / 3)}`,
  ],
  PRIORITY: (letter) => [letter.case.priority?.toUpperCase()],
  MODIFIED: (_, { modification }) => [modification === null ? 'FULL_DENIAL' : 'MODIFIED'],
  SERVICE_TIMING: (_, { service }) => [service.retrospective ? 'RETROSPECTIVE' : 'PROSPECTIVE'],
  SURGERY_IN_LETTER: ({ findings }, finding) => {
    const decisions = new Set(findings.filter(isSurgery).map(({ decision }) => decision));
    if (isSurgery(finding) || decisions.size === 0) return [];
    return decisions.size === 2 ? ['PARTLY_OVERTURNED'] : [...decisions];
  },
  ITEMS_IN_LETTER: ({ findings }) => [findings.length],
  CASE_OUTCOME: ({ findings }) => {
    const upheld = findings.filter(({ decision }) => decision === 'UPHELD').length;
    if (upheld === findings.length) return ['UPHOLD'];
    return [upheld === 0 ? 'OVERTURN' : 'PARTIAL_OVERTURN'];
  },
  DAYS_TO_DECISION: (letter) => [daysOf(letter)],
};

const dimensions = Object.keys(DIMENSIONS) as Dimension[];

/** Filters, and what passes them. */
const FILTERS: Record<string, readonly [FindingFilter, (...counted: Counted) => boolean]> = {
  everything: [{}, () => true],
  'a decision': [{ decision: ['OVERTURNED'] }, (_, { decision }) => decision === 'OVERTURNED'],
  days: [
    { decisionDate: { from: '2016-06-01', to: '2017-01-31' } },
    ({ case: { decisionDate } }) =>
      decisionDate !== null && decisionDate >= '2016-06-01' && decisionDate <= '2017-01-31',
  ],
  'a sex and ages': [
    { sex: ['FEMALE'], age: { from: 30, to: 55 } },
    ({ employee: { sex, age } }) => sex === 'FEMALE' && age !== null && age >= 30 && age <= 55,
  ],
  'modified requests': [{ modified: true }, (_, { modification }) => modification !== null],
  'a priority and full denials': [
    { priority: ['STANDARD'], modified: false },
    (letter, { modification }) => letter.case.priority === 'Standard' && modification === null,
  ],
  'bases of both': [
    { claimsAdministratorBasis: ['MTUS'], expertReviewerBasis: ['OUTSIDE_MTUS'] },
    (_, { bases }) => bases.CLAIMS_ADMINISTRATOR === 'MTUS' && bases.EXPERT_REVIEWER === 'OUTSIDE_MTUS',
  ],
  'who cites a source': [
    { citations: { guideline: ['ODG'], role: ['CLAIMS_ADMINISTRATOR'] } },
    (_, finding) => citedBy(finding, 'CLAIMS_ADMINISTRATOR', 'SOURCE').includes('ODG'),
  ],
  'a category and a state': [
    { category: ['Diagnostic Testing > Imaging/Radiology'], licensureState: ['CA'] },
    ({ reviewer }, { service }) =>
      service.category === 'Diagnostic Testing > Imaging/Radiology' &&
      reviewer.licensureStates.includes('CA'),
  ],
  'a service': [{ modality: ['MRI'] }, (_, { service }) => service.modality === 'MRI'],
  'a region': [
    { bodyRegion: ['Lumbar spine'] },
    (_, { service }) => service.bodyRegions.includes('Lumbar spine'),
  ],
  'a class of drugs': [{ drugClass: ['Opioids'] }, (_, { service }) => service.drug?.class === 'Opioids'],
  'a drug': [{ drug: ['Tramadol'] }, (_, { service }) => service.drug?.name === 'Tramadol'],
  'a specialty': [
    { specialty: ['Orthopedic Surgery'] },
    ({ reviewer }) => reviewer.specialties.includes('Orthopedic Surgery'),
  ],
};

const answered = (rows: readonly Outcome[]): string[] =>
  rows
    .map(
      ({ values, findings, upheld }) =>
        `${values.map(({ value }) => value).join(' × ')}: ${findings} ${upheld}`,
    )
    .sort();

describe.each(Object.keys(FILTERS))('the sample letters, %s', (name) => {
  const [filter, passes] = FILTERS[name] ?? [{}, () => true];

  test('the base', async () => {
    const { findings, upheld } = await baseOutcome(client, filter);
    const base = recount(letters, passes, () => ['all']);
    expect(base).toEqual([`all: ${findings} ${upheld}`]);
  });

  test.each(dimensions)('by %s', async (dimension) => {
    const rows = answered(await countedOutcomes(client, filter, [dimension]));
    expect(rows).toEqual(recount(letters, passes, VALUES[dimension]));
  });
});

test.each(dimensions)('every dimension has values in the sample letters: %s', (dimension) => {
  expect(recount(letters, () => true, VALUES[dimension]).length).toBeGreaterThan(0);
});

test.each<[Dimension, Dimension]>([
  ['GUIDELINE_SOURCE', 'YEAR'],
  ['BODY_REGION', 'GUIDELINE_CHAPTER'],
  ['SPECIALTY', 'LICENSURE_STATE'],
  ['AGE_BAND', 'SEX'],
  ['CLAIMS_ADMINISTRATOR_BASIS', 'EXPERT_REVIEWER_BASIS'],
  ['ITEMS_IN_LETTER', 'CASE_OUTCOME'],
  ['CITATION_AGREEMENT_CHAPTER', 'CITATION_AGREEMENT_SOURCE'],
  ['QUARTER', 'CATEGORY'],
  ['SURGERY_IN_LETTER', 'CATEGORY'],
  ['MTUS_EDITION_STATUS', 'YEAR'],
])('the sample letters by %s and %s', async (first, second) => {
  const rows = answered(await countedOutcomes(client, {}, [first, second]));
  const pairs = (...counted: Counted) =>
    present(VALUES[first](...counted)).flatMap((a) =>
      present(VALUES[second](...counted)).map((b) => `${a} × ${b}`),
    );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows).toEqual(recount(letters, () => true, pairs));
});

function present(values: readonly unknown[]): string[] {
  return values.filter((value) => value !== null && value !== undefined).map(String);
}
