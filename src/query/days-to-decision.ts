import type { GraphClient } from '../graph/client.js';
import type { Dimension } from './dimensions.js';
import type { FindingFilter } from './filter/filters.js';
import { outcomeCounts } from './outcomes.js';
import type { ListPage, Optional, PageArguments } from './page.js';
import { rankedPage, type Ranking } from './ranking.js';
import { SMALL } from './tally.js';

/** How long letters took from assignment to decision, in days; null when there is no letter that tells. */
export interface DecisionTime {
  /** Letters with an item that passes and both dates, each once. */
  readonly letters: number;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  /** Whether there are too few letters to say much. */
  readonly small: boolean;
}

export interface DecisionTimeOf extends DecisionTime {
  readonly of: { readonly dimension: Dimension; readonly value: string };
}

/** How many letters took so many days. */
export type Histogram = readonly (readonly [days: number, letters: number])[];

/**
 * The days of letters by a dimension, in the order of its values: a letter counts once for each value that any of its
 * items that pass has. Without a dimension there are no rows, but the base.
 * @throws {InputError} when `after` is no place of this order
 */
export async function daysToDecision(
  client: GraphClient,
  filter: FindingFilter,
  dimension: Optional<Dimension>,
  page: PageArguments,
): Promise<ListPage<DecisionTimeOf> & { readonly base: DecisionTime }> {
  const isGrouped = dimension !== null && dimension !== undefined;
  const [all, byValue] = await Promise.all([
    outcomeCounts(client, filter, ['DAYS_TO_DECISION'], true),
    isGrouped ? outcomeCounts(client, filter, ['DAYS_TO_DECISION', dimension], true) : [],
  ]);
  const histograms = new Map<string, [number, number][]>();
  for (const { first, second, letters } of byValue) {
    const days = histograms.get(second) ?? [];
    histograms.set(second, days);
    days.push([Number(first), letters]);
  }
  const rows = [...histograms].flatMap(([value, days]) =>
    isGrouped ? [{ of: { dimension, value }, ...decisionTime(days) }] : [],
  );
  const base = decisionTime(all.map(({ first, letters }) => [Number(first), letters]));
  const valueOf = ({ of }: DecisionTimeOf) => of.value;
  const order = `daysToDecision of ${dimension ?? 'all'}`;
  const ranking: Ranking<DecisionTimeOf> = { order, valueOf, direction: 'ASC', keyOf: valueOf };
  return { ...rankedPage(rows, ranking, page), base };
}

/** The quartiles of a histogram, in whatever order it is; between two letters, the point between them. */
export function decisionTime(days: Histogram): DecisionTime {
  const sorted = [...days].sort(([a], [b]) => a - b);
  const letters = sorted.reduce((sum, [, count]) => sum + count, 0);
  const quantile = (part: number): number | null => {
    if (letters === 0) return null;
    const position = (letters - 1) * part;
    const [below, above] = [nth(sorted, Math.floor(position)), nth(sorted, Math.ceil(position))];
    return below + (above - below) * (position - Math.floor(position));
  };
  return {
    letters,
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    small: letters < SMALL,
  };
}

/** The days of the letter at a place from 0, in the order of the days. */
function nth(sorted: Histogram, place: number): number {
  let before = 0;
  for (const [days, letters] of sorted) {
    before += letters;
    if (place < before) return days;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
