import type { GraphClient } from '../graph/client.js';
import { catalogueTerms } from './catalogue-terms.js';
import type { Dimension } from './dimensions.js';
import { findingConditions } from './filter/conditions.js';
import type { FindingFilter } from './filter/filters.js';
import type { ListPage, PageArguments } from './page.js';
import type { Direction } from './place.js';
import { rankedPage, type Ranking } from './ranking.js';
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
 * @throws {InputError} when `after` is no place of this order
 */
export async function outcomes(
  client: GraphClient,
  filter: FindingFilter,
  dimensions: readonly Dimension[],
  order: OutcomeOrder,
  page: PageArguments,
): Promise<ListPage<Outcome>> {
  const rows = await countedOutcomes(client, filter, dimensions);
  return rankedPage(rows, rankingOf(dimensions, order), page);
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

function rankingOf(dimensions: readonly Dimension[], { field, direction }: OutcomeOrder): Ranking<Outcome> {
  return {
    order: `outcomes of ${dimensions.join(' and ')} by ${field} ${direction}`,
    valueOf: field === 'VALUE' ? keyOf : TALLY_MEASURES[field],
    direction,
    keyOf,
  };
}
