import type { GuidelineLevel } from '../graph/identity.js';
import type { Parameters } from '../graph/client.js';
import { CRITERION_KINDS, type CriterionKind } from '../normalise/criteria/kinds.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter, ItemConditions } from './filter/filters.js';
import { namesProblem } from './names-problem.js';
import type { Optional } from './page.js';

export const criterionKinds = Object.keys(CRITERION_KINDS) as readonly CriterionKind[];

/** Which statements count, and of which findings. What is left out lets all pass. */
export interface CriterionFilter extends FindingFilter {
  /** Name of the source of the guideline that is relied on for the criterion. */
  readonly source?: Optional<string>;
  /** Id of the source, chapter or topic that is relied on for the criterion, or that is above that. */
  readonly guideline?: Optional<string>;
  readonly kinds?: Optional<readonly CriterionKind[]>;
  readonly minConfidence: number;
  readonly decisiveOnly: boolean;
}

/** As {@link CriterionFilter}, with what only the checklist selects by. */
export interface CriterionScope extends CriterionFilter {
  /** In lower case: all are within the rationale or the clinical summary, also as a part of a word. */
  readonly words?: readonly string[];
}

/** What counts are given by, beside the kind. */
export type CriterionGrouping =
  'SOURCE' | 'CHAPTER' | 'TOPIC' | 'SPECIALTY' | 'YEAR' | 'QUARTER' | 'MODALITY' | 'BODY_REGION';

/** The values of what is grouped by; null where it is not grouped by. */
export interface Group {
  readonly guidelineId: string | null;
  readonly specialty: string | null;
  readonly year: number | null;
  /** 1 to 4. */
  readonly quarter: number | null;
  readonly modality: string | null;
  readonly bodyRegion: string | null;
}

const LEVELS: readonly CriterionGrouping[] = ['SOURCE', 'CHAPTER', 'TOPIC'] satisfies GuidelineLevel[];
const PERIODS: readonly CriterionGrouping[] = ['YEAR', 'QUARTER'];

/** What is wrong with a list of groupings; undefined when nothing is. */
export function groupingProblem(groupBy: readonly CriterionGrouping[]): string | undefined {
  return namesProblem(groupBy, [LEVELS, PERIODS]);
}

/** The conditions as the parameters that the statements about criteria share. */
export function scopeParameters(scope: CriterionScope): Parameters {
  const {
    source,
    guideline,
    minConfidence,
    decisiveOnly,
    words = [],
    modality,
    category,
    bodyRegion,
  } = scope;
  const items = asksOfItem(scope) ? { modality, category, bodyRegion } : null;
  return {
    filter: findingConditions(scope),
    scope: { source, guideline, minConfidence, decisiveOnly, words, items },
  };
}

/** Whether something is asked of the item, so that few findings are left and statements begin with those. */
export function asksOfItem({ modality, category, bodyRegion }: ItemConditions): boolean {
  return [modality, category, bodyRegion].some((values) => values !== null && values !== undefined);
}

/** The groupings as the parameter that the counting statements share. */
export function groupParameter(groupBy: readonly CriterionGrouping[]): Parameters {
  return {
    level: groupBy.find((grouping) => LEVELS.includes(grouping)),
    bySpecialty: groupBy.includes('SPECIALTY'),
    period: groupBy.find((grouping) => PERIODS.includes(grouping)),
    byModality: groupBy.includes('MODALITY'),
    byBodyRegion: groupBy.includes('BODY_REGION'),
  };
}

/** What tells one group from the others. */
export function groupKey(group: Group): string {
  const { guidelineId, specialty, year, quarter, modality, bodyRegion } = group;
  return JSON.stringify([guidelineId, specialty, modality, bodyRegion, year, quarter]);
}

/** First and last day of the group's year or quarter; null when it is not grouped by either. */
export function daysOf({ year, quarter }: Group): {
  readonly from: string | null;
  readonly to: string | null;
} {
  if (year === null) return { from: null, to: null };
  const [first, last] = QUARTERS[(quarter ?? 0) - 1] ?? ['01-01', '12-31'];
  return { from: `${year}-${first}`, to: `${year}-${last}` };
}

const QUARTERS: readonly (readonly [string, string])[] = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
];
