import fc from 'fast-check';
import type { Parameters } from '../../src/graph/client.js';
import { catalogueTerms } from '../../src/query/catalogue-terms.js';
import {
  criterionKinds,
  groupParameter,
  scopeParameters,
  type CriterionGrouping,
} from '../../src/query/criterion-filter.js';
import { DIMENSIONS, dimensionsProblem, type Dimension } from '../../src/query/dimensions.js';
import {
  caseConditions,
  findingConditions,
  itemConditions,
  reviewerConditions,
} from '../../src/query/filter/conditions.js';
import type { CaseFilter, FindingFilter } from '../../src/query/filter/filters.js';
import { LABEL_FILTERS, LABEL_PLACES } from './labels.js';
import { filtersOf, OF_BOTH, OF_FINDINGS } from './random-filters.js';

/** A reading statement with parameters. */
export type Question = readonly [name: string, parameters: Parameters];

/** Longer words are in the graph alone. */
const isTold = ([filter]: readonly [object, ...unknown[]]) =>
  !['rationale', 'clinicalSummary'].some((words) => words in filter);

const findingFilters = fc
  .array(fc.constantFrom(...LABEL_FILTERS), { maxLength: 4 })
  .chain((labels) =>
    filtersOf<FindingFilter>([
      ...[...OF_FINDINGS, ...OF_BOTH].filter(isTold),
      ...labels.map((filter) => [filter, () => true] as const),
    ]),
  )
  .map(([filter]) => filter);

const caseFilters = fc
  .array(findingFilters, { maxLength: 2 })
  .chain((some) =>
    filtersOf<CaseFilter>([
      ...some.map((findings) => [{ findings }, () => true] as const),
      ...OF_BOTH.filter(isTold),
    ]),
  )
  .map(([filter]) => filter);

const ofFindings = findingFilters.map((filter) => findingConditions(filter));
const ofCases = caseFilters.map((filter) => caseConditions(filter));
const ofItems = fc
  .constantFrom(
    {},
    { modality: ['MRI'] },
    { not: { bodyRegion: ['Knee'] } },
    { name: { contains: ['spine'] } },
  )
  .map((filter) => itemConditions(filter));
const ofReviewers = fc
  .constantFrom({}, { specialty: ['Internal Medicine'] }, { not: { licensureState: ['CA'] } })
  .map((filter) => reviewerConditions(filter));

const LEVELS = ['SOURCE', 'CHAPTER', 'TOPIC'];
const levels = fc.constantFrom(...LEVELS);
const roles = fc.constantFrom('CLAIMS_ADMINISTRATOR', 'EXPERT_REVIEWER', 'RATIONALE');

const dimensions = fc
  .array(fc.constantFrom(...(Object.keys(DIMENSIONS) as Dimension[])), { minLength: 1, maxLength: 2 })
  .filter((names) => dimensionsProblem(names) === undefined);

const groupings = fc.constantFrom<readonly CriterionGrouping[]>(
  [],
  ['SOURCE'],
  ['CHAPTER', 'YEAR'],
  ['TOPIC', 'SPECIALTY'],
  ['QUARTER', 'BODY_REGION'],
  ['MODALITY', 'SPECIALTY', 'YEAR'],
);

const scopes = fc
  .tuple(
    findingFilters,
    fc.record({
      source: fc.constantFrom(null, 'ODG', 'MTUS'),
      guideline: fc.constantFrom(null, 'ODG', 'ODG > Pain'),
      minConfidence: fc.constantFrom(0.5, 0.8),
      decisiveOnly: fc.boolean(),
      modality: fc.constantFrom(null, ['MRI'], ['MRI', 'Acupuncture']),
    }),
    groupings,
    fc.constantFrom(criterionKinds, criterionKinds.slice(0, 5)),
  )
  .map(([filter, scope, groupBy, kinds]) => ({
    ...scopeParameters({ ...filter, ...scope }),
    groups: groupParameter(groupBy),
    kinds,
  }));

/** Rows of `criterion-outcomes`, those of one group among them, and what is asked of each. */
const evidence = fc
  .tuple(
    scopes,
    fc.subarray([...criterionKinds], { minLength: 1, maxLength: 4 }),
    fc.record({
      guidelineId: fc.constantFrom(null, null, 'ODG', 'MTUS'),
      specialty: fc.constantFrom(null, null, 'Orthopedic Surgery'),
      days: fc.constantFrom(null, null, { from: '2016-01-01', to: '2016-12-31' }),
      modality: fc.constantFrom(null, null, 'MRI'),
      bodyRegion: fc.constantFrom(null, null, 'Lumbar spine'),
    }),
    fc.record({
      status: fc.constantFrom('MET', 'NOT_MET'),
      prefer: fc.constantFrom(null, 'UPHELD', 'OVERTURNED'),
      limit: fc.integer({ min: 1, max: 20 }),
    }),
    fc.constantFrom(
      { after: null, afterConfidence: null },
      { after: 'CM16-0999902#1/RED_FLAG.MET', afterConfidence: 0.9 },
    ),
  )
  .map(([{ groups: _groups, kinds: _kinds, ...conditions }, kinds, { days, ...group }, asked, place]) => ({
    ...conditions,
    ...asked,
    ...place,
    rows: kinds.map((kind) => {
      const { from, to } = days ?? { from: null, to: null };
      const begin = group.modality === null && group.bodyRegion === null ? 'CRITERIA' : 'ITEMS';
      return { key: kind, kind, begin, ...group, from, to };
    }),
  }));

const rolesOrAny = fc.option(fc.array(roles, { minLength: 1, maxLength: 2 }));

const idPages = fc.record({
  after: fc.constantFrom('', 'CM14', 'CM16-0999902#1'),
  limit: fc.integer({ min: 1, max: 5 }),
});

const placesOf = (values: fc.Arbitrary<string | number | null>) =>
  fc.option(fc.record({ value: values, key: fc.constantFrom('', 'CM16-0999902', 'zzz') }));

function orderedPages(orders: Readonly<Record<string, fc.Arbitrary<string | number | null>>>) {
  return fc.constantFrom(...Object.entries(orders)).chain(([by, values]) =>
    fc.record({
      by: fc.constant(by),
      descending: fc.boolean(),
      after: placesOf(values),
      limit: fc.integer({ min: 1, max: 50 }),
    }),
  );
}

const days = fc.constantFrom('2015-06-01', '2016-12-31', null);
const counts = fc.constantFrom(1, 2, 40, null);
const names = fc.constantFrom('CM16-0999902', 'm', null);

const ask = (name: string, parameters: fc.Arbitrary<Parameters>): fc.Arbitrary<Question> =>
  parameters.map((given) => [`read/${name}`, given]);

const findingOrders = orderedPages({
  DECISION_DATE: days,
  LABEL: fc.constantFrom(...LABEL_PLACES),
  ID: names,
});
const caseOrders = orderedPages({
  DECISION_DATE: days,
  CASE_NUMBER: names,
  DAYS_TO_DECISION: counts,
  ITEMS: counts,
  ID: names,
});
const itemOrders = orderedPages({ NAME: names, FINDINGS: counts, ID: names });
const reviewerOrders = orderedPages({ CASES: counts, ID: names });

/** Ids of nodes of a graph. */
export interface KnownIds {
  readonly guidelines: readonly string[];
  readonly items: readonly string[];
  readonly reviewers: readonly string[];
}

/** Questions of every kind that the columns answer. */
export function columnQuestions(known: KnownIds): fc.Arbitrary<Question> {
  return fc.oneof(questionsAboutAll, questionsAboutNodes(known));
}

function questionsAboutNodes({ guidelines, items, reviewers }: KnownIds): fc.Arbitrary<Question> {
  const some = (ids: readonly string[]) => fc.subarray([...ids], { minLength: 1, maxLength: 4 });
  return fc.oneof(
    ask('findings-of-guidelines', fc.record({ keys: some(guidelines), roles: rolesOrAny, page: idPages })),
    ask('findings-of-guidelines-count', fc.record({ keys: some(guidelines), roles: rolesOrAny })),
    ask('findings-of-items', fc.record({ keys: some(items), page: idPages })),
    ask('cases-of-items', fc.record({ keys: some(items), page: idPages })),
    ask('cases-of-items-count', fc.record({ keys: some(items) })),
    ask('cases-of-reviewers', fc.record({ keys: some(reviewers), page: idPages })),
  );
}

const questionsAboutAll: fc.Arbitrary<Question> = fc.oneof(
  ask(
    'outcomes',
    fc.tuple(ofFindings, dimensions, fc.boolean()).map(([filter, by, letters]) => ({
      filter,
      by: { dimensions: by, letters, catalogue: catalogueTerms(by) },
    })),
  ),
  ask(
    'guideline-outcomes',
    fc.record({
      filter: ofFindings,
      level: levels,
      source: fc.constantFrom(null, 'ODG'),
      guideline: fc.constantFrom(null, 'ODG', 'MTUS > Neck and Upper Back Complaints (2004)'),
      roles: rolesOrAny,
    }),
  ),
  ask(
    'guideline-pairs',
    fc.record({
      filter: ofFindings,
      role: roles,
      level: levels,
      withRole: roles,
      withLevel: levels,
      inPlace: fc.boolean(),
      minFindings: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  ask('criterion-outcomes', scopes),
  ask(
    'finding-counts',
    scopes.map(({ kinds: _, ...parameters }) => parameters),
  ),
  ask('evidence-of-criteria', evidence),
  ask(
    'checklist-basis',
    fc.record({
      modality: fc.constantFrom(['MRI'], ['Acupuncture', 'MRI']),
      bodyRegion: fc.constantFrom(null, ['Knee'], ['Lumbar spine', 'Knee']),
      words: fc.constant([]),
      minConfidence: fc.constantFrom(0.5, 0.8),
    }),
  ),
  ask('totals', fc.constant({})),
  ask('label-counts', fc.record({ letters: fc.integer({ min: 1, max: 40 }) })),
  ask('finding-count', fc.record({ filter: ofFindings })),
  ask('case-count', fc.record({ filter: ofCases })),
  ask('item-count', fc.record({ filter: ofItems })),
  ask('reviewer-count', fc.record({ filter: ofReviewers })),
  ask('finding-page', fc.record({ filter: ofFindings, page: idPages })),
  ask('case-page', fc.record({ filter: ofCases, page: idPages })),
  ask('finding-page-by', fc.record({ filter: ofFindings, page: findingOrders })),
  ask('case-page-by', fc.record({ filter: ofCases, page: caseOrders })),
  ask('item-page-by', fc.record({ filter: ofItems, page: itemOrders })),
  ask('reviewer-page-by', fc.record({ filter: ofReviewers, page: reviewerOrders })),
);

/** How many findings, and which first, have labels that hold some letters. */
export const labelQuestions: readonly Question[] = LABEL_FILTERS.flatMap((asked): Question[] => {
  const filter = findingConditions(asked);
  const without = findingConditions({ not: asked, decision: ['UPHELD'] });
  return [
    ['read/finding-count', { filter }],
    ['read/finding-count', { filter: without }],
    ['read/finding-page', { filter, page: { after: '', limit: 50 } }],
  ];
});

/** Pages by label, from all places in both directions. */
export const labelPages: readonly Question[] = LABEL_PLACES.flatMap((value) =>
  [true, false].flatMap((descending) =>
    ['', 'CM17-0700001#3', 'zzz'].map((key): Question => [
      'read/finding-page-by',
      { filter: findingConditions({}), page: { by: 'LABEL', descending, after: { value, key }, limit: 7 } },
    ]),
  ),
);

/** Findings by one dimension. */
export function dimensionQuestion(name: Dimension): Question {
  const by = { dimensions: [name], letters: true, catalogue: catalogueTerms([name]) };
  return ['read/outcomes', { filter: findingConditions({}), by }];
}
