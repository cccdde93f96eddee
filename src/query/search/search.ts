import type { GraphClient } from '../../graph/client.js';
import { findingConditions } from '../filter/conditions.js';
import type { FindingFilter } from '../filter/filters.js';
import { cut, type ListPage, type PageArguments } from '../page.js';
import { placeAfter, placeText, type Place } from '../place.js';
import { parseSearch, type SearchExpression } from './language.js';
import { howManyMustMatch, ownWordsQuery, searchParts, type SearchField } from './lucene.js';
import { ownWordsHits, type SearchHit } from './own-words.js';

export type SearchOrder = 'RELEVANCE' | 'DECISION_DATE';

/**
 * Of each word or phrase so many findings and so many summaries are looked at, the best. More would take longer than anybody waits:
 * to look at a finding with what hangs on it takes 20 µs.
 */
export const MOST_LOOKED = 10_000;

/** What is looked for, and where. */
export interface Search {
  readonly expression: SearchExpression;
  readonly fields: readonly SearchField[];
  readonly filter: FindingFilter;
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
 * One page of the findings that match, each once: the best first, or the latest decided first, those without a date last and equals by id.
 * The best are those that match by their own words.
 * @throws {InputError} when `after` is no cursor of this order
 */
export function searchPage(
  client: GraphClient,
  search: Search,
  order: SearchOrder,
  page: PageArguments,
): Promise<ListPage<SearchHit>> {
  return (order === 'RELEVANCE' ? pageByRelevance : pageByDate)(client, search, page);
}

async function pageByDate(
  client: GraphClient,
  search: Search,
  { first, after }: PageArguments,
): Promise<ListPage<SearchHit>> {
  const list = 'searchFindings by DECISION_DATE';
  const place = placeAfter(after, list, isDayOrNull);
  const rows = await readPage(client, search, {
    order: 'DECISION_DATE',
    withOwn: true,
    place,
    limit: first + 1,
  });
  const placeOf = ({ decisionDate, id }: SearchHit) => placeText(list, { value: decisionDate, key: id });
  return listPage(client, search, { rows, first, isFirst: place === null, placeOf });
}

/** First those that match by their own words, whose scores are above 1, then the others. */
async function pageByRelevance(
  client: GraphClient,
  search: Search,
  { first, after }: PageArguments,
): Promise<ListPage<SearchHit>> {
  const list = 'searchFindings by RELEVANCE';
  const place = placeAfter(after, list, isScore);
  const limit = first + 1;
  const parts = searchParts(search.expression, search.fields);
  const query = ownWordsQuery(parts);
  const isAmongOwn = query !== null && (place === null || Number(place.value) >= 1);
  const { hits: own, looked } = isAmongOwn
    ? await ownWordsHits(client, query, search.filter, { place, limit })
    : { hits: [], looked: 0 };
  // Of more than are looked at it could not be told who is among the others.
  const hasOthers = looked <= MOST_LOOKED && parts.some(({ summary }) => summary !== null);
  const others =
    !hasOthers || own.length === limit
      ? []
      : await readPage(client, search, {
          order: 'RELEVANCE',
          withOwn: query === null,
          place: isAmongOwn ? null : place,
          limit: limit - own.length,
        });
  const placeOf = ({ id, score }: SearchHit) => placeText(list, { value: score, key: id });
  return listPage(client, search, { rows: [...own, ...others], first, isFirst: place === null, placeOf });
}

function isScore(value: unknown): boolean {
  return typeof value === 'number';
}

interface PageParameters {
  readonly order: SearchOrder;
  /** Whether those are told that match by their own words. */
  readonly withOwn: boolean;
  readonly place: Place | null;
  readonly limit: number;
}

function readPage(
  client: GraphClient,
  search: Search,
  { order, withOwn, place, limit }: PageParameters,
): Promise<SearchHit[]> {
  const value = place?.value ?? null;
  return client.read<SearchHit>('read/search-page', {
    ...searchParameters(search),
    order,
    withOwn,
    after: place?.key ?? null,
    afterDate: order === 'DECISION_DATE' ? value : null,
    afterScore: order === 'RELEVANCE' ? value : null,
    limit,
  });
}

interface RowsOfPage {
  /** One more than the page has, if there are. */
  readonly rows: readonly SearchHit[];
  readonly first: number;
  readonly isFirst: boolean;
  readonly placeOf: (hit: SearchHit) => string;
}

function listPage(
  client: GraphClient,
  search: Search,
  { rows, first, isFirst, placeOf }: RowsOfPage,
): ListPage<SearchHit> {
  return {
    ...cut(rows, first),
    hasPreviousPage: !isFirst,
    placeOf,
    count: async () => (await searchCounts(client, search, [])).total,
  };
}

/** How many findings match, in all and for each value of the facets asked for; at least so many, where the search is not complete. */
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

/** Whether all was looked at that could match: what is in too many texts is not. */
export async function isComplete(client: GraphClient, search: Search): Promise<boolean> {
  const { parts, most } = searchParameters(search);
  const [row] = await client.read<{ isCut: boolean }>('read/search-extent', { parts, most });
  return row?.isCut !== true;
}

function searchParameters({ expression, fields, filter }: Search) {
  const parts = searchParts(expression, fields);
  return {
    parts,
    required: howManyMustMatch(parts),
    most: MOST_LOOKED,
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
