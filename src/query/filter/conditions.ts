import type { Optional } from '../page.js';
import {
  SURE_ENOUGH,
  type CaseConditions,
  type CaseFilter,
  type FindingFilter,
  type GuidelineFilter,
  type ItemConditions,
  type ItemFilter,
  type Logic,
  type Range,
  type ReviewerConditions,
  type ReviewerFilter,
  type TextFilter,
} from './filters.js';
import { conditionsOf, type Conditions, type Formula } from './formula.js';

/**
 * A filter as statements take it. Within a map, since the engine plans a statement anew for lists of other lengths, which takes
 * longer than to answer.
 */
export interface FilterParameter {
  readonly conditions: Conditions;
}

/** As what part `finding-passes` of the statements takes. */
export const findingConditions = conditionsBy(testsOfFinding);

/** As what part `case-passes` of the statements takes. */
export const caseConditions = conditionsBy((filter: CaseFilter, path) => [
  ...anyOf('CASE', filter.id),
  ...anyOf('REVIEWER', filter.reviewer),
  ...testsOfCase(filter),
  ...given(filter.findings, (findings) => ({
    of: 'FINDINGS',
    ...findingConditions(findings, `${path}.findings`),
  })),
]);

/** As what part `item-passes` of the statements takes. */
export const itemConditions = conditionsBy((filter: ItemFilter) => [
  ...anyOf('ITEM', filter.id),
  ...contains('NAME', filter.name),
  ...testsOfItem(filter),
]);

/** As what part `reviewer-passes` of the statements takes. */
export const reviewerConditions = conditionsBy((filter: ReviewerFilter) => [
  ...anyOf('REVIEWER', filter.id),
  ...testsOfReviewer(filter),
]);

/** As what part `guideline-passes` of the statements takes. */
export const guidelineConditions = conditionsBy((filter: GuidelineFilter) => [
  ...anyOf('GUIDELINE', filter.id),
  ...anyOf('UNDER', filter.under),
  ...anyOf('LEVEL', filter.level),
  ...anyOf('SOURCE', filter.source),
  ...contains('NAME', filter.name),
  ...anyOf('RESOLUTION', filter.resolution),
  ...anyOf('KIND', filter.kind),
]);

/** Makes filters into conditions, given what tests they hold beside `and`, `or` and `not`; `path` is that of the argument. */
function conditionsBy<Filter extends Logic<Filter>>(tests: (filter: Filter, path: string) => Formula[]) {
  return (filter: Filter, path = 'filter'): FilterParameter => {
    const formula = logic(filter, (part) => tests(part, path));
    return { conditions: conditionsOf(formula, path) };
  };
}

function logic<Filter extends Logic<Filter>>(filter: Filter, tests: (one: Filter) => Formula[]): Formula {
  const formulaOf = (part: Filter) => logic(part, tests);
  return {
    all: [
      ...tests(filter),
      ...(filter.and ?? []).map(formulaOf),
      ...(filter.or ? [{ any: filter.or.map(formulaOf) }] : []),
      ...(filter.not ? [{ not: formulaOf(filter.not) }] : []),
    ],
  };
}

function testsOfFinding(filter: FindingFilter): Formula[] {
  return [
    ...anyOf('FINDING', filter.id),
    ...anyOf('CASE', filter.case),
    ...anyOf('ITEM', filter.item),
    ...anyOf('REVIEWER', filter.reviewer),
    ...anyOf('DECISION', filter.decision),
    ...contains('LABEL', filter.label),
    ...contains('RATIONALE', filter.rationale),
    ...given(filter.modified, (modified) => ({ of: 'MODIFIED', any: [modified] })),
    ...given(filter.retrospective, (retrospective) => ({ of: 'RETROSPECTIVE', any: [retrospective] })),
    ...anyOf('DRUG', filter.drug),
    ...anyOf('DRUG_CLASS', filter.drugClass),
    ...anyOf('CLAIMS_ADMINISTRATOR_BASIS', filter.claimsAdministratorBasis),
    ...anyOf('EXPERT_REVIEWER_BASIS', filter.expertReviewerBasis),
    ...testsOfItem(filter),
    ...testsOfCase(filter),
    ...testsOfRelations(filter),
  ];
}

function testsOfRelations({ citations, criteria }: FindingFilter): Formula[] {
  return [
    ...given(citations, ({ guideline, source, name, role, silent }) => ({
      of: 'CITATION',
      guidelines: guideline,
      sources: source,
      names: name?.contains.map(lowered),
      roles: role,
      silent: silent ?? false,
    })),
    ...given(criteria, ({ kind, status, decisive, minConfidence, guideline }) => ({
      of: 'CRITERION',
      kinds: kind,
      statuses: status,
      decisive,
      minConfidence: minConfidence ?? SURE_ENOUGH,
      guidelines: guideline,
    })),
  ];
}

function testsOfItem({ modality, bodyRegion, category }: ItemConditions): Formula[] {
  return [
    ...anyOf('MODALITY', modality),
    ...anyOf('BODY_REGION', bodyRegion),
    ...anyOf('CATEGORY', category),
  ];
}

function testsOfReviewer({ specialty, licensureState }: ReviewerConditions): Formula[] {
  return [...anyOf('SPECIALTY', specialty), ...anyOf('LICENSURE_STATE', licensureState)];
}

function testsOfCase(filter: CaseConditions): Formula[] {
  const { decisionDate } = filter;
  const days = decisionDate && { from: dayOf(decisionDate.from), to: dayOf(decisionDate.to) };
  return [
    ...testsOfReviewer(filter),
    ...anyOf('OUTCOME', filter.outcome),
    ...anyOf('PRIORITY', filter.priority),
    ...within('DECISION_DATE', days),
    ...anyOf('SEX', filter.sex),
    ...within('AGE', filter.age),
    ...within('ITEMS', filter.itemsInLetter),
    ...contains('SUMMARY', filter.clinicalSummary),
  ];
}

/** The test that a condition makes; none when it is left out. */
function given<Value>(
  value: Optional<Value>,
  test: (value: Value) => { of: string } & Record<string, unknown>,
): Formula[] {
  return value === null || value === undefined ? [] : [{ test: test(value) }];
}

function anyOf(of: string, values: Optional<readonly unknown[]>): Formula[] {
  return given(values, (any) => ({ of, any }));
}

function contains(of: string, text: Optional<TextFilter>): Formula[] {
  return given(text, ({ contains: words }) => ({ of, any: words.map(lowered) }));
}

function within(of: string, range: Optional<Range<Date | number>>): Formula[] {
  return given(range, ({ from, to }) => ({ of, from, to }));
}

function lowered(text: string): string {
  return text.toLowerCase();
}

/** A day as the client gives dates to the database: as text each row would have to read it anew. */
function dayOf(day: Optional<string>): Date | null {
  return typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : null;
}
