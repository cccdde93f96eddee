import { parts } from '../common/parts.js';
import type { GraphClient } from '../graph/client.js';
import { pagesOf } from '../graph/pages.js';

/** What the columns hold of a case. Days are counted from 1970-01-01. */
export interface CaseFacts {
  readonly id: string;
  readonly reviewerId: string;
  readonly outcome: string;
  readonly priority: string | null;
  readonly sex: string | null;
  /** Years. */
  readonly age: number | null;
  readonly decided: number | null;
  readonly assigned: number | null;
  readonly findings: readonly FindingFacts[];
}

/** A list, since names would be sent with each of them. */
export type FindingFacts = readonly [
  ordinal: number,
  decision: string,
  itemId: string,
  modified: boolean,
  retrospective: boolean,
  drug: string | null,
  drugClass: string | null,
  claimsAdministratorBasis: string | null,
  expertReviewerBasis: string | null,
  citations: readonly CitationFacts[],
  applied: readonly AppliedFacts[],
  /** As the database writes it in small letters. */
  label: string,
];

type CitationFacts = readonly [role: string, silent: boolean, guidelineId: string];

type AppliedFacts = readonly [criterionId: string, status: string, decisive: boolean, confidence: number];

export interface ItemFacts {
  readonly id: string;
  readonly name: string;
  readonly modality: string | null;
  readonly category: string | null;
  readonly bodyRegions: readonly string[];
}

export interface ReviewerFacts {
  readonly id: string;
  readonly specialties: readonly string[];
  readonly licensureStates: readonly string[];
}

export interface GuidelineFacts {
  readonly id: string;
  readonly level: string;
  readonly name: string;
  readonly source: string | null;
  readonly edition: number | null;
  readonly kind: string | null;
  readonly parentId: string | null;
}

/** Cases that are read at once. */
const CASES_AT_ONCE = 2_000;

/** All cases, in the order of their ids. */
export function allFacts(client: GraphClient): AsyncGenerator<CaseFacts[]> {
  return pagesOf<CaseFacts>(client, 'read/facts-page', CASES_AT_ONCE);
}

/** Those of the cases that are there. */
export async function* factsOf(client: GraphClient, ids: readonly string[]): AsyncGenerator<CaseFacts[]> {
  for (const some of parts(ids, CASES_AT_ONCE)) {
    yield await client.read<CaseFacts>('read/facts-of-cases', { cases: { ids: some } });
  }
}
