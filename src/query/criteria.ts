import type { GraphClient } from '../graph/client.js';
import type { AppliedCriterion } from '../normalise/determination.js';
import type { Related } from './page.js';

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
