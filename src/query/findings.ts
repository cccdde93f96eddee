import type { GraphClient } from '../graph/client.js';
import type { Basis } from '../normalise/determination.js';
import type { Decision } from '../parse/letter.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter } from './filter/filters.js';
import {
  readOrderedPage,
  type IdList,
  type ListOrder,
  type ListPage,
  type OrderedList,
  type PageArguments,
  type Related,
} from './page.js';
import { named, storedNames, withSpans } from './properties.js';
import type { FieldSpan } from './spans.js';

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

/** What a finding tells of itself. */
export type FindingProperty = Exclude<keyof FindingRow, 'caseId' | 'itemId'>;

export const FINDING_PROPERTIES: Readonly<Record<FindingProperty, true>> = {
  id: true,
  ordinal: true,
  label: true,
  decision: true,
  rationale: true,
  originalRequest: true,
  authorized: true,
  retrospective: true,
  drug: true,
  drugClass: true,
  claimsAdministratorBasis: true,
  expertReviewerBasis: true,
  spans: true,
};

const ALL_PROPERTIES = new Set(Object.keys(FINDING_PROPERTIES) as FindingProperty[]);

/** The findings that have one of these ids, in no order, with nothing but what is wanted of them: a list is read in half of the time. */
export async function findingsById(
  client: GraphClient,
  ids: readonly string[],
  wanted: ReadonlySet<FindingProperty> = ALL_PROPERTIES,
): Promise<FindingRow[]> {
  interface Row {
    readonly properties: readonly unknown[];
    readonly caseId: string;
    readonly itemId: string;
  }
  const properties = storedNames(['id'], wanted);
  const rows = await client.read<Row>('read/findings-by-id', { read: { ids, properties } });
  return rows.map(
    ({ properties: values, caseId, itemId }) =>
      withSpans(named(properties, values, { caseId, itemId })) as unknown as FindingRow,
  );
}

/** What findings can be put in order by. */
export type FindingOrderField = 'DECISION_DATE' | 'LABEL';

const FINDINGS: OrderedList = {
  page: 'read/finding-page',
  count: 'read/finding-count',
  ordered: 'read/finding-page-by',
};

/** Ids of the findings that pass the filter. */
export function findingPage(
  client: GraphClient,
  filter: FindingFilter,
  order: ListOrder<FindingOrderField>,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readOrderedPage(client, FINDINGS, order, { filter: findingConditions(filter) }, page);
}

/** Ids of each case's findings, in the letter's order. */
export function findingsOfCases(client: GraphClient, caseIds: readonly string[]): Promise<Related<string>[]> {
  return client.read('read/findings-of-cases', { keys: caseIds });
}

/** Ids of the findings that decide each item. */
export const FINDINGS_OF_ITEMS: IdList = {
  page: 'read/findings-of-items',
  count: 'read/findings-of-items-count',
};

/** Ids of the findings in which one of the `roles` (null: anyone) cites each guideline or one below it. */
export const FINDINGS_OF_GUIDELINES: IdList = {
  page: 'read/findings-of-guidelines',
  count: 'read/findings-of-guidelines-count',
};
