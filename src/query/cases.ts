import type { GraphClient } from '../graph/client.js';
import type { Outcome } from '../normalise/determination.js';
import { caseConditions } from './filter/conditions.js';
import type { CaseFilter } from './filter/filters.js';
import {
  readCount,
  readIdPage,
  readRelatedPages,
  type Page,
  type PageArguments,
  type RelatedPage,
} from './page.js';
import { fieldSpans, type FieldSpan, type StoredSpans } from './spans.js';

/** What was read with doubt. */
export interface WarningRow {
  readonly code: string;
  readonly message: string;
}

/** One letter. Dates are ISO 8601 `YYYY-MM-DD`. */
export interface CaseRow {
  readonly id: string;
  readonly caseNumber: string | null;
  readonly outcome: Outcome;
  readonly priority: 'STANDARD' | 'EXPEDITED' | null;
  readonly dateOfInjury: string | null;
  readonly dateAssigned: string | null;
  readonly decisionDate: string | null;
  readonly utilizationReviewDate: string | null;
  readonly applicationReceivedDate: string | null;
  /** Years. */
  readonly employeeAge: number | null;
  readonly employeeSex: 'FEMALE' | 'MALE' | null;
  readonly clinicalSummary: string | null;
  readonly template: string;
  readonly parserVersion: string;
  readonly documentSha256: string;
  readonly documentMediaType: string;
  readonly documentPages: number;
  readonly warnings: readonly WarningRow[];
  readonly spans: readonly FieldSpan[];
  readonly reviewerId: string;
}

/** The cases that have one of these ids, in no order. */
export async function casesById(client: GraphClient, ids: readonly string[]): Promise<CaseRow[]> {
  type Stored = Omit<CaseRow, 'warnings' | 'spans'> & StoredSpans & { warnings: readonly string[] | null };
  const rows = await client.read<Stored>('read/cases-by-id', { ids });
  return rows.map((row) => ({
    ...row,
    warnings: (row.warnings ?? []).map(toWarning),
    spans: fieldSpans(row),
  }));
}

/** The cleaned texts of the cases that have one of these ids, in no order. */
export function caseTexts(
  client: GraphClient,
  ids: readonly string[],
): Promise<{ id: string; text: string }[]> {
  return client.read('read/case-texts', { ids });
}

/** Ids of the cases that pass the filter. */
export function casePage(
  client: GraphClient,
  filter: CaseFilter,
  page: PageArguments,
): Promise<Page<string>> {
  return readIdPage(client, 'read/case-page', { filter: caseConditions(filter) }, page);
}

/** How many cases pass the filter. */
export function caseCount(client: GraphClient, filter: CaseFilter): Promise<number> {
  return readCount(client, 'read/case-count', { filter: caseConditions(filter) });
}

/** Ids of the cases that dispute each item. */
export function casesOfItems(
  client: GraphClient,
  itemIds: readonly string[],
  page: PageArguments,
): Promise<RelatedPage[]> {
  return readRelatedPages(client, 'read/cases-of-items', itemIds, page);
}

/** Ids of the cases that each reviewer profile decided. */
export function casesOfReviewers(
  client: GraphClient,
  reviewerIds: readonly string[],
  page: PageArguments,
): Promise<RelatedPage[]> {
  return readRelatedPages(client, 'read/cases-of-reviewers', reviewerIds, page);
}

/** The graph keeps a warning as `CODE: message`. */
function toWarning(stored: string): WarningRow {
  const colon = stored.indexOf(': ');
  return { code: stored.slice(0, colon), message: stored.slice(colon + 2) };
}
