import type { GuidelineFacts } from './facts.js';
import { citedAt, citedLists, toldOfSets } from './guidelines.js';
import { listsOfCases, listsOfFindings, listsOfNumbers, type Lists } from './lists.js';
import { numbersOfCases } from './ordered.js';
import { UNKNOWN, type Store } from './store.js';
import { dayOf } from './tests.js';

/** What the catalogue knows and the graph does not (src/query/catalogue-terms.ts). */
export interface Catalogue {
  readonly sourceKinds: Readonly<Record<string, string>>;
  readonly editions: Readonly<
    Record<string, { readonly from: string | null; readonly until: string | null }>
  >;
  readonly surgeries: readonly string[];
}

const named = (name: string | null | undefined): readonly string[] =>
  name === null || name === undefined ? [] : [name];

const distinct = (names: Iterable<string>): string[] => [...new Set(names)];

const OWN = { roles: ['EXPERT_REVIEWER'] };
const THEIRS = { roles: ['CLAIMS_ADMINISTRATOR'] };

/**
 * The values that each finding has of a dimension (src/query/dimensions.ts), as statement `outcomes` derives them.
 * @throws {RangeError} when there is no such dimension
 */
export function dimension(store: Store, name: string, catalogue: Catalogue): Lists {
  const { findings, cases, names } = store;
  switch (name) {
    case 'SOURCE_KIND':
      return ofGuidelines(store, ({ source }) => [catalogue.sourceKinds[source ?? ''] ?? 'UNKNOWN']);
    case 'MTUS_EDITION':
      return ofGuidelines(store, mtusEdition);
    case 'MTUS_EDITION_STATUS':
      return editionStatus(store, catalogue);
    case 'MODALITY':
      return ofItem(store, ({ modality }) => named(modality));
    case 'CATEGORY':
      return ofItem(store, ({ category }) => named(category));
    case 'BODY_REGION':
      return ofItem(store, ({ bodyRegions }) => distinct(bodyRegions));
    case 'DRUG':
      return listsOfFindings(store, findings.drug.values, names.drug.all, named);
    case 'DRUG_CLASS':
      return listsOfFindings(store, findings.drugClass.values, names.drugClass.all, named);
    case 'INGREDIENT':
      return listsOfFindings(store, findings.drug.values, names.drug.all, ingredients);
    case 'SPECIALTY':
      return ofReviewer(store, ({ specialties }) => distinct(specialties));
    case 'LICENSURE_STATE':
      return ofReviewer(store, ({ licensureStates }) => distinct(licensureStates));
    case 'CALIFORNIA_LICENSE':
      return ofReviewer(store, ({ licensureStates }) => californiaLicense(licensureStates));
    case 'AGE_BAND':
      return listsOfNumbers(store, ofCase(store, cases.age.values), ageBand);
    case 'SEX':
      return listsOfCases(store, cases.sex.values, names.sex.all, named);
    case 'PRIORITY':
      return listsOfCases(store, cases.priority.values, names.priority.all, named);
    case 'CASE_OUTCOME':
      return listsOfCases(store, cases.outcome.values, names.outcome.all, named);
    case 'YEAR':
      return listsOfNumbers(store, ofCase(store, cases.decided.values), (day) => named(yearOf(day)));
    case 'QUARTER':
      return listsOfNumbers(store, ofCase(store, cases.decided.values), (day) => named(quarterOf(day)));
    case 'CLAIMS_ADMINISTRATOR_BASIS':
      return listsOfFindings(store, findings.claimsAdministratorBasis.values, names.basis.all, named);
    case 'EXPERT_REVIEWER_BASIS':
      return listsOfFindings(store, findings.expertReviewerBasis.values, names.basis.all, named);
    case 'MODIFIED':
      return listsOfFindings(store, findings.modified.values, ['FULL_DENIAL', 'MODIFIED'], named);
    case 'SERVICE_TIMING':
      return listsOfFindings(store, findings.retrospective.values, ['PROSPECTIVE', 'RETROSPECTIVE'], named);
    case 'SURGERY_IN_LETTER':
      return surgeryInLetter(store, catalogue);
    case 'ITEMS_IN_LETTER':
      return listsOfNumbers(store, ofCase(store, cases.findings.values), (count) => [String(count)]);
    case 'DAYS_TO_DECISION':
      return listsOfNumbers(store, ofCase(store, numbersOfCases(store, 'days')), (days) =>
        days === UNKNOWN ? [] : [String(days)],
      );
    default:
      return ofLevel(store, name);
  }
}

/** By what is told of the guidelines that the reviewer cites. */
function ofGuidelines(store: Store, toldOf: (guideline: GuidelineFacts) => readonly string[]): Lists {
  return ofCited(
    store,
    toldOfSets(store, OWN, (code) => toldOf(store.guidelines.entry(code))),
  );
}

/** By what is told of a set of citations, by its code. */
function ofCited(store: Store, sets: readonly (readonly string[])[]): Lists {
  return listsOfFindings(store, store.findings.cited.values, sets, (set) => set);
}

function idsOf(store: Store, { cells, values }: Lists<number>): Lists {
  return { cells, values: values.map((list) => list.map((code) => store.guidelines.entry(code).id)) };
}

function ofItem(
  store: Store,
  valuesOf: (item: Store['items']['entries'][number]) => readonly string[],
): Lists {
  return listsOfFindings(store, store.findings.item.values, store.items.entries, valuesOf);
}

function ofReviewer(
  store: Store,
  valuesOf: (reviewer: Store['reviewers']['entries'][number]) => readonly string[],
): Lists {
  return listsOfCases(store, store.cases.reviewer.values, store.reviewers.entries, valuesOf);
}

function ofCase(store: Store, column: ArrayLike<number>): (row: number) => number {
  const { values } = store.findings.case;
  return (row) => column[values[row] ?? 0] ?? 0;
}

function mtusEdition({ source, edition }: GuidelineFacts): readonly string[] {
  return source === 'MTUS' && edition !== null ? [String(edition)] : [];
}

/** Editions begin and end on few days: between two of them, what was in force is the same. */
function editionStatus(store: Store, { editions }: Catalogue): Lists {
  const dates = Object.values(editions).flatMap(({ from, until }) => [
    ...(from === null ? [] : [dayNumber(from)]),
    ...(until === null ? [] : [dayNumber(until) + 1]),
  ]);
  const starts = [...new Set(dates)].sort((a, b) => a - b);
  const periodOf = (day: number) => starts.filter((start) => start <= day).length;
  const { cited } = store.findings;
  const sets = citedAt(store, 'CHAPTER', OWN);
  const decided = ofCase(store, store.cases.decided.values);
  const periods = new Map<number, number>();
  const periodsAtMost = starts.length + 2;
  return listsOfNumbers(
    store,
    (row) => {
      const day = decided(row);
      let period = periods.get(day);
      if (period === undefined) {
        period = day === UNKNOWN ? periodsAtMost - 1 : periodOf(day);
        periods.set(day, period);
      }
      return cited.at(row) * periodsAtMost + period;
    },
    (number) => {
      const period = number % periodsAtMost;
      if (period === periodsAtMost - 1) return [];
      const day = starts[period - 1] ?? (starts[0] ?? 0) - 1;
      const chapters = sets[Math.floor(number / periodsAtMost)] ?? [];
      return distinct(
        chapters.flatMap((code) => named(statusOn(day, editions[store.guidelines.entry(code).id]))),
      );
    },
  );
}

function statusOn(day: number, edition: Catalogue['editions'][string] | undefined): string | null {
  if (edition === undefined) return null;
  const { from, until } = edition;
  if (until !== null && dayNumber(until) < day) return 'SUPERSEDED';
  if (from === null) return null;
  return dayNumber(from) > day ? 'NOT_YET_IN_FORCE' : 'IN_FORCE';
}

function dayNumber(day: string): number {
  return dayOf(new Date(`${day}T00:00:00Z`));
}

function ingredients(drug: string | null): readonly string[] {
  if (drug === null) return [];
  return distinct(drug.split('/').map((name) => name.slice(0, 1).toUpperCase() + name.slice(1)));
}

function californiaLicense(states: readonly string[]): readonly string[] {
  if (states.length === 0) return [];
  return [states.includes('CA') ? 'LICENSED' : 'NOT_LICENSED'];
}

const BANDS: readonly (readonly [below: number, band: string])[] = [
  [18, '0 to 17'],
  [25, '18 to 24'],
  [35, '25 to 34'],
  [45, '35 to 44'],
  [55, '45 to 54'],
  [65, '55 to 64'],
  [Infinity, '65 and over'],
];

function ageBand(age: number): readonly string[] {
  return age === UNKNOWN ? [] : named(BANDS.find(([below]) => age < below)?.[1]);
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}

/** Null of an unknown day. */
function yearOf(day: number): string | null {
  return day === UNKNOWN ? null : String(dateOf(day).getUTCFullYear());
}

/** As {@link yearOf}: `2016-Q4`. */
function quarterOf(day: number): string | null {
  const year = yearOf(day);
  return year === null ? null : `${year}-Q${Math.floor(dateOf(day).getUTCMonth() / 3) + 1}`;
}

const SURGERY_DECISIONS = [[], ['OVERTURNED'], ['UPHELD'], ['PARTLY_OVERTURNED']];

function surgeryInLetter(store: Store, { surgeries }: Catalogue): Lists {
  const { findings, items, cases } = store;
  const isSurgery = Uint8Array.from(items.entries, ({ category }) =>
    Number(category !== null && surgeries.includes(category)),
  );
  const decisions = new Uint8Array(cases.ids.length);
  for (let row = 0; row < findings.case.length; row++) {
    if (isSurgery[findings.item.at(row)] !== 1) continue;
    const of = findings.case.at(row);
    decisions[of] = (decisions[of] ?? 0) | (1 << findings.upheld.at(row));
  }
  const ofLetter = ofCase(store, decisions);
  return listsOfNumbers(
    store,
    (row) => (isSurgery[findings.item.at(row)] === 1 ? 0 : ofLetter(row)),
    (decided) => SURGERY_DECISIONS[decided] ?? [],
  );
}

function ofLevel(store: Store, name: string): Lists {
  const [, what, level] = /^(GUIDELINE|CITATION_AGREEMENT)_(\w+)$/.exec(name) ?? [];
  if (level === undefined) throw new RangeError(`There is no dimension ${name}.`);
  if (what === 'GUIDELINE') return idsOf(store, citedLists(store, level, OWN));
  const owns = citedAt(store, level, OWN);
  const agreements = citedAt(store, level, THEIRS).map((theirs, set) => {
    const own = owns[set] ?? [];
    const shared = theirs.filter((guideline) => own.includes(guideline)).length;
    return [agreementOf(theirs.length, own.length, shared)];
  });
  return ofCited(store, agreements);
}

function agreementOf(theirs: number, own: number, shared: number): string {
  if (theirs === 0 && own === 0) return 'NEITHER';
  if (own === 0) return 'ONLY_CLAIMS_ADMINISTRATOR';
  if (theirs === 0) return 'ONLY_EXPERT_REVIEWER';
  if (shared === 0) return 'DISJOINT';
  return shared === theirs && shared === own ? 'SAME' : 'OVERLAPPING';
}
