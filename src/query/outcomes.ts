import type { GraphClient, Parameters } from '../graph/client.js';
import type { Basis } from '../normalise/determination.js';
import type { CaseRow } from './cases.js';
import type { Dimension } from './dimensions.js';
import { filterParameters, type DecisionFilter } from './filter.js';
import type { Optional, Page, PageArguments } from './page.js';
import { asPeopleOrder, rankedPage, ranking, type Direction } from './ranking.js';
import { tally, TALLY_MEASURES, type Tally, type TallyMeasure } from './tally.js';

/** Which findings count; what is left out lets all pass. Citations that only say that a guideline is silent are none. */
export interface OutcomeFilter extends DecisionFilter {
  /** Generic name. */
  readonly drug?: Optional<string>;
  readonly drugClass?: Optional<string>;
  readonly priority?: Optional<NonNullable<CaseRow['priority']>>;
  readonly sex?: Optional<NonNullable<CaseRow['employeeSex']>>;
  /** Age of the employee in years, both inclusive. */
  readonly age?: Optional<{ readonly from?: Optional<number>; readonly to?: Optional<number> }>;
  /** Whether a part of the original request was authorized. */
  readonly modified?: Optional<boolean>;
  readonly claimsAdministratorBasis?: Optional<Basis>;
  readonly expertReviewerBasis?: Optional<Basis>;
}

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
  filter: OutcomeFilter,
  dimensions: readonly Dimension[],
  order: OutcomeOrder,
  page: PageArguments,
): Promise<Page<Outcome> & { readonly totalCount: number }> {
  const rows = await countedOutcomes(client, filter, dimensions);
  const ranked = rows.sort(ranking(valueOf(rows, order), order.direction, keyOf));
  return { ...rankedPage(ranked, keyOf, page), totalCount: rows.length };
}

/** How all findings that pass the filter were decided. */
export async function baseOutcome(client: GraphClient, filter: OutcomeFilter): Promise<Tally> {
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
  filter: OutcomeFilter,
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
  filter: OutcomeFilter,
  dimensions: readonly Dimension[],
  countLetters = false,
): Promise<OutcomeCounts[]> {
  return client.read('read/outcomes', { filter: outcomeParameter(filter), dimensions, countLetters });
}

/** The conditions as the parameter of the statement. */
function outcomeParameter(filter: OutcomeFilter): Parameters {
  const { drug, drugClass, priority, sex, age, modified, claimsAdministratorBasis, expertReviewerBasis } =
    filter;
  return {
    ...filterParameters(filter),
    drug,
    drugClass,
    priority,
    sex,
    ageFrom: age?.from,
    ageTo: age?.to,
    modified,
    claimsAdministratorBasis,
    expertReviewerBasis,
  };
}

const keyOf = ({ key }: Outcome): string => key;

/** What rows are compared by. */
function valueOf(rows: readonly Outcome[], { field }: OutcomeOrder): (row: Outcome) => number | null {
  if (field !== 'VALUE') return TALLY_MEASURES[field];
  const inOrder = [...rows].sort((a, b) => asPeopleOrder(a.key, b.key));
  const places = new Map(inOrder.map(({ key }, i) => [key, i]));
  return ({ key }) => places.get(key) ?? null;
}
