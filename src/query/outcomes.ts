import type { GraphClient } from '../graph/client.js';
import { catalogueTerms } from './catalogue-terms.js';
import type { Dimension } from './dimensions.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter } from './filter/filters.js';
import type { Page, PageArguments } from './page.js';
import { asPeopleOrder, rankedPage, ranking, type Direction } from './ranking.js';
import { tally, TALLY_MEASURES, type Tally, type TallyMeasure } from './tally.js';

/** How the findings were decided that share one value of each dimension. */
export interface Outcome extends Tally {
  /** Tells it from the other rows of the same question. */
  readonly key: string;
  /** One for each dimension, in their order. */
  readonly values: readonly { readonly dimension: Dimension; readonly value: string }[];
}

export type OutcomeOrderField = 'VALUE' | TallyMeasure;

export interface OutcomeOrder {
  readonly field: OutcomeOrderField;
  readonly direction: Direction;
}

/**
 * How findings were decided, by one dimension or two crossed; equals by their values. A finding counts once a row, and for
 * no row when it has no value.
 * @throws {InputError} when `after` names a row that is not among the results
 */
export async function outcomes(
  client: GraphClient,
  filter: FindingFilter,
  dimensions: readonly Dimension[],
  order: OutcomeOrder,
  page: PageArguments,
): Promise<Page<Outcome> & { readonly totalCount: number }> {
  const rows = await countedOutcomes(client, filter, dimensions);
  const ranked = rows.sort(ranking(valueOf(rows, order), order.direction, keyOf));
  return { ...rankedPage(ranked, keyOf, page), totalCount: rows.length };
}

/** How all findings that pass the filter were decided. */
export async function baseOutcome(client: GraphClient, filter: FindingFilter): Promise<Tally> {
  const [all] = await countedOutcomes(client, filter, []);
  return tally(all?.findings ?? 0, all?.upheld ?? 0);
}

/** One row of counts; values that are not asked for are empty. */
export interface OutcomeCounts {
  readonly first: string;
  readonly second: string;
  readonly findings: number;
  readonly upheld: number;
  /** Letters with such a finding, each once; 0 unless asked for. */
  readonly letters: number;
}

/** As {@link outcomes}: all rows, in no order. */
export async function countedOutcomes(
  client: GraphClient,
  filter: FindingFilter,
  dimensions: readonly Dimension[],
): Promise<Outcome[]> {
  const counts = await outcomeCounts(client, filter, dimensions);
  return counts.map(({ first, second, findings, upheld }) => {
    const values = dimensions.map((dimension, i) => ({ dimension, value: i === 0 ? first : second }));
    return { key: JSON.stringify([first, second]), values, ...tally(findings, upheld) };
  });
}

/** The counts by up to two dimensions, in no order. */
export function outcomeCounts(
  client: GraphClient,
  filter: FindingFilter,
  dimensions: readonly Dimension[],
  countLetters = false,
): Promise<OutcomeCounts[]> {
  return client.read('read/outcomes', {
    filter: findingConditions(filter),
    by: { dimensions, letters: countLetters, catalogue: catalogueTerms(dimensions) },
  });
}

const keyOf = ({ key }: Outcome): string => key;

/** What rows are compared by. */
function valueOf(rows: readonly Outcome[], { field }: OutcomeOrder): (row: Outcome) => number | null {
  if (field !== 'VALUE') return TALLY_MEASURES[field];
  const inOrder = [...rows].sort((a, b) => asPeopleOrder(a.key, b.key));
  const places = new Map(inOrder.map(({ key }, i) => [key, i]));
  return ({ key }) => places.get(key) ?? null;
}
