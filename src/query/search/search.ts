import type { GraphClient, Parameters } from '../../graph/client.js';
import { findingConditions } from '../filter/conditions.js';
import type { FindingFilter } from '../filter/filters.js';
import { InputError } from '../input-error.js';
import { cut, type Optional, type Page, type PageArguments } from '../page.js';
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
): Promise<Page<SearchHit>> {
  const rows = await client.read<SearchHit>('read/search-page', {
    ...searchParameters(search),
    order,
    ...positionOf(order, after),
    limit: first + 1,
  });
  return cut(rows, first);
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

/** The cursor's inside: what the hit is in order by, and its id. */
export function hitKey(order: SearchOrder, { id, score, decisionDate }: SearchHit): string {
  return `${order === 'RELEVANCE' ? score : (decisionDate ?? 'none')} ${id}`;
}

const POSITION = {
  RELEVANCE: /^(\d+(?:\.\d+)?) (.+)$/s,
  DECISION_DATE: /^(\d{4}-\d{2}-\d{2}|none) (.+)$/s,
} as const;

function positionOf(order: SearchOrder, after: Optional<string>): Parameters {
  if (typeof after !== 'string') return { after: null, afterScore: null, afterDate: null };
  const [, value = '', id] = POSITION[order].exec(after) ?? [];
  const isDate = value !== 'none' && order === 'DECISION_DATE';
  if (id === undefined || (isDate && !isDay(value))) {
    throw new InputError('after', 'this cursor is not of this list');
  }
  return {
    after: id,
    afterScore: order === 'RELEVANCE' ? Number(value) : null,
    afterDate: isDate ? value : null,
  };
}

/** Cursors come from outside: "2016-02-31" would make the statement fail. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
