import type { GraphClient } from '../graph/client.js';
import type { Outcome } from '../normalise/determination.js';
import type { Sex } from '../parse/letter.js';
import { caseConditions } from './filter/conditions.js';
import type { CaseFilter, Priority } from './filter/filters.js';
import {
  readOrderedPage,
  type IdList,
  type ListOrder,
  type ListPage,
  type OrderedList,
  type PageArguments,
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
  readonly priority: Priority | null;
  readonly dateOfInjury: string | null;
  readonly dateAssigned: string | null;
  readonly decisionDate: string | null;
  readonly utilizationReviewDate: string | null;
  readonly applicationReceivedDate: string | null;
  /** Years. */
  readonly employeeAge: number | null;
  readonly employeeSex: Sex | null;
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

/** What cases can be put in order by. */
export type CaseOrderField = 'DECISION_DATE' | 'CASE_NUMBER' | 'DAYS_TO_DECISION' | 'ITEMS';

const CASES: OrderedList = {
  page: 'read/case-page',
  count: 'read/case-count',
  ordered: 'read/case-page-by',
};

/** Ids of the cases that pass the filter. */
export function casePage(
  client: GraphClient,
  filter: CaseFilter,
  order: ListOrder<CaseOrderField>,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readOrderedPage(client, CASES, order, { filter: caseConditions(filter) }, page);
}

/** Ids of the cases that dispute each item. */
export const CASES_OF_ITEMS: IdList = {
  page: 'read/cases-of-items',
  count: 'read/cases-of-items-count',
};

/** Ids of the cases that each reviewer profile decided. */
export const CASES_OF_REVIEWERS: IdList = {
  page: 'read/cases-of-reviewers',
  count: 'read/cases-of-reviewers-count',
};

/** The graph keeps a warning as `CODE: message`. */
export function toWarning(stored: string): WarningRow {
  const colon = stored.indexOf(': ');
  return { code: stored.slice(0, colon), message: stored.slice(colon + 2) };
}
