import type { Dictionary } from './dictionary.js';
import type { GuidelineFacts } from './facts.js';
import { acceptedAtOrAbove, acceptedRoles, setsCiting } from './guidelines.js';
import type { Store } from './store.js';
import type { LetterNumber } from './ordered.js';

/** What a filter asks, as the statements take it (src/query/filter, cypher/parts). */
export interface Test {
  readonly of: string;
  readonly not: boolean;
  readonly [detail: string]: unknown;
}

/** All of these hold, each in any of its ways, each of these in all of its parts, each of these by any of its tests. */
export type Conditions = readonly (readonly (readonly (readonly Test[])[])[])[];

/** That all of these tests hold. */
export function allOf(...tests: readonly Readonly<{ of: string; [detail: string]: unknown }>[]): Conditions {
  return tests.map((test) => [[[{ ...test, not: false }]]]);
}

/** Names that there are many of: a set of each would be kept for nobody. */
const MANY = ['FINDING', 'CASE', 'ITEM', 'REVIEWER'];

/** Longer lists of names are tested at once. */
const MOST_APART = 16;

/**
 * A test of several names as tests of one name each, one of which is to pass: sets of these are worth keeping, since the next
 * question asks for the same names in another mix. Undefined of other tests.
 */
export function oneByOne(test: Test): readonly Test[] | undefined {
  const list = test.of === 'CRITERION' ? 'kinds' : 'any';
  const names = test[list];
  if (!Array.isArray(names) || MANY.includes(test.of)) return undefined;
  if (names.length < 2 || names.length > MOST_APART) return undefined;
  return names.map((name: unknown) => ({ ...test, [list]: [name] }));
}

/** Something that only the graph can tell: what letters say in words. */
export class Unanswerable extends Error {}

/** The codes of one column that pass a test: 1 for each that does. */
export type Accepted = Uint8Array;

type AnyOf = { readonly any: readonly unknown[] };
type Range<Value> = { readonly from?: Value | null | undefined; readonly to?: Value | null | undefined };

function accepted<Entry>(entries: readonly Entry[], test: (entry: Entry) => boolean): Accepted {
  const codes = new Uint8Array(entries.length);
  entries.forEach((entry, code) => {
    codes[code] = Number(test(entry));
  });
  return codes;
}

/** As {@link accepted}, of a test of ids: the dictionary knows where these are. */
function acceptedIds(dictionary: Pick<Dictionary<unknown>, 'size' | 'find'>, test: Test): Accepted {
  const codes = new Uint8Array(dictionary.size);
  for (const id of (test as unknown as AnyOf).any) {
    const code = dictionary.find(id as string);
    if (code !== undefined) codes[code] = 1;
  }
  return codes;
}

function among(test: Test): (value: unknown) => boolean {
  const values = new Set((test as unknown as AnyOf).any);
  return (value) => value !== null && values.has(value);
}

const overlaps = (test: Test) => {
  const isAmong = among(test);
  return (names: readonly string[]) => names.some(isAmong);
};

function containing(test: Test): (name: string) => boolean {
  const texts = (test as unknown as AnyOf).any as readonly string[];
  return (name) => texts.some((text) => name.toLowerCase().includes(text));
}

/** Which items pass a test of items; undefined when it is none. */
export function acceptedItems(store: Store, test: Test): Accepted | undefined {
  const items = store.items.entries;
  switch (test.of) {
    case 'ITEM':
      return acceptedIds(store.items, test);
    case 'MODALITY':
      return accepted(items, compose(among(test), 'modality'));
    case 'CATEGORY':
      return accepted(items, compose(among(test), 'category'));
    case 'BODY_REGION':
      return accepted(items, compose(overlaps(test), 'bodyRegions'));
    case 'NAME':
      return accepted(items, compose(containing(test), 'name'));
    default:
      return undefined;
  }
}

function compose<Key extends string, Value>(passes: (value: Value) => boolean, key: Key) {
  return (entry: Readonly<Record<Key, Value>>): boolean => passes(entry[key]);
}

/** Which reviewer profiles pass a test of these; undefined when it is none. */
export function acceptedReviewers(store: Store, test: Test): Accepted | undefined {
  const reviewers = store.reviewers.entries;
  switch (test.of) {
    case 'REVIEWER':
      return acceptedIds(store.reviewers, test);
    case 'SPECIALTY':
      return accepted(reviewers, compose(overlaps(test), 'specialties'));
    case 'LICENSURE_STATE':
      return accepted(reviewers, compose(overlaps(test), 'licensureStates'));
    default:
      return undefined;
  }
}

/** A column of codes, and which of these pass. */
export interface Selected {
  readonly codes: ArrayLike<number>;
  readonly accepted: Accepted;
}

/** As a column of cases, what a test of letters asks by a name; undefined when it asks otherwise. */
export function selectedCases({ cases, names }: Store, test: Test): Selected | undefined {
  switch (test.of) {
    case 'OUTCOME':
      return { codes: cases.outcome.values, accepted: accepted(names.outcome.all, among(test)) };
    case 'PRIORITY':
      return { codes: cases.priority.values, accepted: accepted(names.priority.all, among(test)) };
    case 'SEX':
      return { codes: cases.sex.values, accepted: accepted(names.sex.all, among(test)) };
    default:
      return undefined;
  }
}

/** Bounds of a number of the letter. */
export interface LetterRange {
  readonly by: LetterNumber;
  /** Infinite where there is no bound. Without any bound all pass, also where the number is not known. */
  readonly from: number;
  readonly to: number;
}

/** What a test asks of a number of the letter; undefined when it asks otherwise. */
export function rangeOfLetters(test: Test): LetterRange | undefined {
  switch (test.of) {
    case 'DECISION_DATE': {
      const { from, to } = test as unknown as Range<Date>;
      return { by: 'decided', ...bounds({ from: from && dayOf(from), to: to && dayOf(to) }) };
    }
    case 'AGE':
      return { by: 'age', ...bounds(test as unknown as Range<number>) };
    case 'ITEMS':
      return { by: 'items', ...bounds(test as unknown as Range<number>) };
    default:
      return undefined;
  }
}

function bounds({ from, to }: Range<number>): { from: number; to: number } {
  return { from: from ?? -Infinity, to: to ?? Infinity };
}

const DAY = 86_400_000;

/** Days since 1970-01-01, of a day that is given as its midnight in UTC. */
export function dayOf(day: Date): number {
  return Math.round(day.getTime() / DAY);
}

/** As a column of findings, what a test asks of the finding itself; undefined when it asks otherwise. */
export function selectedFindings({ findings, names, labels }: Store, test: Test): Selected | undefined {
  switch (test.of) {
    case 'LABEL': {
      const { any } = test as unknown as { any: readonly string[] };
      return { codes: findings.label.values, accepted: labels.containing(any) };
    }
    case 'DECISION':
      return { codes: findings.upheld.values, accepted: accepted(['OVERTURNED', 'UPHELD'], among(test)) };
    case 'MODIFIED':
      return { codes: findings.modified.values, accepted: accepted([false, true], among(test)) };
    case 'RETROSPECTIVE':
      return { codes: findings.retrospective.values, accepted: accepted([false, true], among(test)) };
    case 'DRUG':
      return { codes: findings.drug.values, accepted: accepted(names.drug.all, among(test)) };
    case 'DRUG_CLASS':
      return { codes: findings.drugClass.values, accepted: accepted(names.drugClass.all, among(test)) };
    case 'CLAIMS_ADMINISTRATOR_BASIS':
      return {
        codes: findings.claimsAdministratorBasis.values,
        accepted: accepted(names.basis.all, among(test)),
      };
    case 'EXPERT_REVIEWER_BASIS':
      return { codes: findings.expertReviewerBasis.values, accepted: accepted(names.basis.all, among(test)) };
    default:
      return undefined;
  }
}

type List = readonly string[] | null | undefined;

/** What a test of citations asks of the set that a finding cites. */
export function acceptedCitations(store: Store, test: Test): Accepted {
  const { roles, sources, guidelines, names, silent } = test as unknown as Record<string, List> & {
    readonly silent: boolean;
  };
  const isUnder = guidelines && acceptedAtOrAbove(store, ({ id }) => guidelines.includes(id));
  const isNamed =
    names && acceptedAtOrAbove(store, ({ name }) => names.some((text) => name.toLowerCase().includes(text)));
  const passes = ({ source }: GuidelineFacts, code: number) =>
    (sources?.includes(source ?? '') ?? true) && isUnder?.[code] !== 0 && isNamed?.[code] !== 0;
  return setsCiting(store, {
    roles: acceptedRoles(store, roles),
    guidelines: Uint8Array.from(store.guidelines.entries, (guideline, code) =>
      Number(passes(guideline, code)),
    ),
    silent,
  });
}

/** What is asked of one criterion that is applied: of criterion and status by their codes. */
export interface AcceptedCriteria {
  readonly criteria: Accepted;
  readonly statuses: Accepted;
  /** By whether it is decisive: 0, 1. */
  readonly decisive: Accepted;
  readonly minConfidence: number;
}

/** What a test of criteria asks of one that is applied. */
export function acceptedCriteria(store: Store, test: Test): AcceptedCriteria {
  const { kinds, statuses, guidelines, decisive, minConfidence } = test as unknown as Record<string, List> & {
    readonly decisive?: boolean | null;
    readonly minConfidence: number;
  };
  const isUnder = guidelines && acceptedAtOrAbove(store, ({ id }) => guidelines.includes(id));
  const passes = ({ kind }: GuidelineFacts, code: number) =>
    (kinds?.includes(kind ?? '') ?? true) && isUnder?.[code] !== 0;
  return {
    criteria: Uint8Array.from(store.guidelines.entries, (guideline, code) => Number(passes(guideline, code))),
    statuses: accepted(['NOT_MET', 'MET'], (status) => statuses?.includes(status) ?? true),
    decisive: accepted([false, true], (is) => (decisive ?? is) === is),
    minConfidence,
  };
}
