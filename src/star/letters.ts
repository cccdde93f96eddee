import { parts } from '../common/parts.js';
import type { GraphClient } from '../graph/client.js';
import { pagesOf } from '../graph/pages.js';

/** What the star schema holds of one case. Days are in ISO 8601. */
export interface StarCase {
  readonly id: string;
  readonly reviewerId: string;
  readonly caseNumber: string | null;
  readonly outcome: string;
  readonly priority: string | null;
  readonly decisionDate: string | null;
  readonly dateAssigned: string | null;
  readonly daysToDecision: number | null;
  readonly dateOfInjury: string | null;
  readonly utilizationReviewDate: string | null;
  readonly applicationReceivedDate: string | null;
  /** Years. */
  readonly employeeAge: number | null;
  readonly employeeSex: string | null;
  readonly template: string | null;
  readonly parserVersion: string | null;
  readonly findings: readonly StarFinding[];
}

export interface StarFinding {
  readonly ordinal: number;
  readonly itemId: string;
  readonly label: string;
  readonly decision: string;
  readonly modified: boolean;
  readonly retrospective: boolean;
  readonly drug: string | null;
  readonly drugClass: string | null;
  readonly claimsAdministratorBasis: string | null;
  readonly expertReviewerBasis: string | null;
  readonly citations: readonly StarCitation[];
  readonly applied: readonly StarCriterion[];
}

export type StarCitation = readonly [
  guidelineId: string,
  role: string,
  silent: boolean,
  inferred: boolean,
  resolution: string | null,
];

export type StarCriterion = readonly [
  guidelineId: string,
  kind: string | null,
  status: string,
  decisive: boolean,
  confidence: number,
];

/** Cases that are read at once. */
const CASES_AT_ONCE = 1_000;

/** All cases, in the order of their ids. */
export function allCases(client: GraphClient): AsyncGenerator<StarCase[]> {
  return pagesOf<StarCase>(client, 'read/star-page', CASES_AT_ONCE);
}

/** Those of the cases that are there. */
export async function* casesOf(client: GraphClient, ids: readonly string[]): AsyncGenerator<StarCase[]> {
  for (const some of parts(ids, CASES_AT_ONCE)) {
    yield await client.read<StarCase>('read/star-cases', { cases: { ids: some } });
  }
}

/** The guidelines that findings of a case cite and apply; some may be there more than once. */
export function guidelinesOf({ findings }: StarCase): string[] {
  return findings.flatMap(({ citations, applied }) => [...citations, ...applied].map(([id]) => id));
}
