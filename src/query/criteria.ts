import type { GraphClient, Parameters } from '../graph/client.js';
import type { AppliedCriterion } from '../normalise/determination.js';
import type { CriterionKind, CriterionStatus } from '../normalise/criteria/kinds.js';
import type { IdList, Optional, Related } from './page.js';

/** One statement of a rationale that a criterion is met or not met. */
export interface AppliedCriterionRow extends Pick<
  AppliedCriterion,
  'kind' | 'status' | 'decisive' | 'confidence' | 'quote' | 'note'
> {
  readonly id: string;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly findingId: string;
  readonly criterionId: string;
}

/** One criterion as one rationale quotes it. */
export interface QuotedCriterionRow {
  readonly id: string;
  readonly text: string;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly findingId: string;
  readonly criterionId: string;
}

/** Which statements; what is left out lets all pass. */
export interface AppliedCriteriaFilter {
  readonly status?: Optional<CriterionStatus>;
  readonly kind?: Optional<CriterionKind>;
  readonly minConfidence?: Optional<number>;
}

/** What each finding's rationale says to be met or not met, in the order of its words. */
export function appliedCriteriaOfFindings(
  client: GraphClient,
  findingIds: readonly string[],
): Promise<Related<AppliedCriterionRow>[]> {
  return client.read('read/applied-criteria-of-findings', { keys: findingIds });
}

/** The criteria that each finding's rationale quotes as a list, in the list's order. */
export function quotedCriteriaOfFindings(
  client: GraphClient,
  findingIds: readonly string[],
): Promise<Related<QuotedCriterionRow>[]> {
  return client.read('read/quoted-criteria-of-findings', { keys: findingIds });
}

/** The statements about criteria of each guideline, or of what is below it, by id. */
export const APPLIED_CRITERIA_OF_GUIDELINES: IdList = {
  page: 'read/applied-criteria-of-guidelines',
  count: 'read/applied-criteria-of-guidelines-count',
};

/** The filter as the parameters of {@link APPLIED_CRITERIA_OF_GUIDELINES}. */
export function appliedCriteriaParameters({
  status,
  kind,
  minConfidence,
}: AppliedCriteriaFilter): Parameters {
  return { status, kind, minConfidence: minConfidence ?? 0 };
}

/** The places where rationales quote criteria of each guideline, or of what is below it, by id. */
export const QUOTATIONS_OF_GUIDELINES: IdList = {
  page: 'read/quotations-of-guidelines',
  count: 'read/quotations-of-guidelines-count',
};
