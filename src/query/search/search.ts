import type { GraphClient, Parameters } from '../../graph/client.js';
import { findingConditions } from '../filter/conditions.js';
import type { FindingFilter } from '../filter/filters.js';
import { cut, type ListPage, type PageArguments } from '../page.js';
import { placeAfter, placeText, type Place } from '../place.js';
import { parseSearch, type SearchExpression } from './language.js';
import { searchParts, type SearchField } from './lucene.js';

export type SearchOrder = 'RELEVANCE' | 'DECISION_DATE';

/** What is looked for, and where. */
export interface Search {
  readonly expression: SearchExpression;
  readonly fields: readonly SearchField[];
  readonly filter: FindingFilter;
}

/** A finding that matches. */
export interface SearchHit {
  /** Of the finding. */
  readonly id: string;
  /** Above 0; only to be compared within one search. */
  readonly score: number;
  /** ISO 8601. */
  readonly decisionDate: string | null;
}

export type FacetName = 'DECISION' | 'CATEGORY' | 'BODY_REGION' | 'SOURCE' | 'YEAR';

/** One value of a facet, and how many of the matching findings have it. */
export interface FacetValue {
  readonly value: string;
  readonly findings: number;
}

export interface SearchCounts {
  /** All findings that match and pass the filter. */
  readonly total: number;
  /** Values by the number of findings, equals by name. */
  readonly facets: ReadonlyMap<FacetName, readonly FacetValue[]>;
}

/**
 * Reads what to search for.
 * @param query in the search language: see {@link parseSearch}
 * @throws {InputError} when it holds nothing to look for, or too much
 */
export function readSearch(query: string, fields: readonly SearchField[], filter: FindingFilter): Search {
  return { expression: parseSearch(query), fields: [...new Set(fields)], filter };
}

/**
 * One page of the findings that match, each once: the best first, or the latest decided first and those without a date last;
 * equals by id.
 * @throws {InputError} when `after` is no cursor of this order
 */
export async function searchPage(
  client: GraphClient,
  search: Search,
  order: SearchOrder,
  { first, after }: PageArguments,
): Promise<ListPage<SearchHit>> {
  const list = `searchFindings by ${order}`;
  const place = placeAfter(after, list, order === 'RELEVANCE' ? isScore : isDayOrNull);
  const rows = await client.read<SearchHit>('read/search-page', {
    ...searchParameters(search),
    order,
    after: place?.key ?? null,
    afterScore: order === 'RELEVANCE' ? (place?.value ?? null) : null,
    afterDate: order === 'DECISION_DATE' ? (place?.value ?? null) : null,
    limit: first + 1,
  });
  return {
    ...cut(rows, first),
    hasPreviousPage: place !== null,
    placeOf: (hit) => placeText(list, placeOf(order, hit)),
    count: async () => (await searchCounts(client, search, [])).total,
  };
}

function placeOf(order: SearchOrder, { id, score, decisionDate }: SearchHit): Place {
  return { value: order === 'RELEVANCE' ? score : decisionDate, key: id };
}

function isScore(value: unknown): boolean {
  return typeof value === 'number';
}

/** How many findings match, in all and for each value of the facets asked for. */
export async function searchCounts(
  client: GraphClient,
  search: Search,
  facets: readonly FacetName[],
): Promise<SearchCounts> {
  const rows = await client.read<{ facet: FacetName | 'TOTAL'; value: string; findings: number }>(
    'read/search-facets',
    { ...searchParameters(search), roles: search.filter.citations?.role, facets },
  );
  const valuesOf = (facet: FacetName): FacetValue[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, findings }) => ({ value, findings }))
      .sort((a, b) => b.findings - a.findings || (a.value < b.value ? -1 : 1));
  return {
    total: rows.find(({ facet }) => facet === 'TOTAL')?.findings ?? 0,
    facets: new Map(facets.map((facet) => [facet, valuesOf(facet)])),
  };
}

function searchParameters({ expression, fields, filter }: Search): Parameters {
  return {
    parts: searchParts(expression, fields),
    required: expression.required.length,
    filter: findingConditions(filter),
  };
}

/** Cursors come from outside: "2016-02-31" would make the statement fail. */
function isDayOrNull(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
