import type { GraphClient } from '../graph/client.js';
import type { Basis, CitationRole } from '../normalise/determination.js';
import type { Decision } from '../parse/letter.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter } from './filter/filters.js';
import {
  readCount,
  readIdPage,
  readRelatedPages,
  type Optional,
  type Page,
  type PageArguments,
  type Related,
  type RelatedPage,
} from './page.js';
import { fieldSpans, type FieldSpan, type StoredSpans } from './spans.js';

/** The decision on one disputed item of one case. */
export interface FindingRow {
  readonly id: string;
  /** Place in the letter, from 1. */
  readonly ordinal: number;
  readonly label: string;
  readonly decision: Decision;
  readonly rationale: string | null;
  readonly originalRequest: string | null;
  readonly authorized: string | null;
  readonly retrospective: boolean;
  /** Generic name of the drug that is asked for, or asked to be injected. */
  readonly drug: string | null;
  readonly drugClass: string | null;
  readonly claimsAdministratorBasis: Basis | null;
  readonly expertReviewerBasis: Basis | null;
  readonly spans: readonly FieldSpan[];
  readonly caseId: string;
  readonly itemId: string;
}

/** The findings that have one of these ids, in no order. */
export async function findingsById(client: GraphClient, ids: readonly string[]): Promise<FindingRow[]> {
  const rows = await client.read<Omit<FindingRow, 'spans'> & StoredSpans>('read/findings-by-id', { ids });
  return rows.map((row) => ({ ...row, spans: fieldSpans(row) }));
}

/** Ids of the findings that pass the filter. */
export function findingPage(
  client: GraphClient,
  filter: FindingFilter,
  page: PageArguments,
): Promise<Page<string>> {
  return readIdPage(client, 'read/finding-page', { filter: findingConditions(filter) }, page);
}

/** How many findings pass the filter. */
export function findingCount(client: GraphClient, filter: FindingFilter): Promise<number> {
  return readCount(client, 'read/finding-count', { filter: findingConditions(filter) });
}

/** Ids of each case's findings, in the letter's order. */
export function findingsOfCases(client: GraphClient, caseIds: readonly string[]): Promise<Related<string>[]> {
  return client.read('read/findings-of-cases', { keys: caseIds });
}

/** Ids of the findings that decide each item. */
export function findingsOfItems(
  client: GraphClient,
  itemIds: readonly string[],
  page: PageArguments,
): Promise<RelatedPage[]> {
  return readRelatedPages(client, 'read/findings-of-items', itemIds, page);
}

/** Ids of the findings in which one of the roles (left out: anyone) cites each guideline or one below it. */
export function findingsOfGuidelines(
  client: GraphClient,
  guidelineIds: readonly string[],
  roles: Optional<readonly CitationRole[]>,
  page: PageArguments,
): Promise<RelatedPage[]> {
  return readRelatedPages(client, 'read/findings-of-guidelines', guidelineIds, page, { roles });
}
