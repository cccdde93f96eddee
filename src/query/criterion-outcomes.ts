import type { GraphClient } from '../graph/client.js';
import type { CriterionKind, CriterionStatus } from '../normalise/criteria/kinds.js';
import {
  criterionKinds,
  groupKey,
  groupParameter,
  scopeParameters,
  type CriterionGrouping,
  type CriterionScope,
  type Group,
} from './criterion-filter.js';
import type { ListPage, PageArguments } from './page.js';
import type { Direction } from './place.js';
import { rankedPage, ranking, type Ranking } from './ranking.js';
import { tally, TALLY_MEASURES, type Tally } from './tally.js';

/** How the findings were decided that say of a criterion that it is met, or that it is not. */
export interface StatusTally extends Tally {
  /** In how many it is given as a reason for the decision. */
  readonly decisive: number;
}

/** What the findings of one group say of the criteria of one kind. One that says both (partly met) counts for both. */
export interface CriterionOutcome {
  /** Tells it from the other rows of the same question. */
  readonly key: string;
  readonly kind: CriterionKind;
  readonly group: Group;
  readonly notMet: StatusTally;
  readonly met: StatusTally;
  /** The question that it is a row of. */
  readonly question: CriterionQuestion;
}

export interface CriterionQuestion {
  readonly scope: CriterionScope;
  readonly groupBy: readonly CriterionGrouping[];
}

/** What is counted of one status; alone it stands for the findings. */
type Measure = '' | '_DECISIVE' | '_UPHELD' | '_OVERTURNED' | '_UPHOLD_RATE' | '_WILSON_LOW' | '_WILSON_HIGH';

export type CriterionOutcomeOrderField = 'KIND' | 'DECISIVE' | `${CriterionStatus}${Measure}`;

export interface CriterionOutcomeOrder {
  readonly field: CriterionOutcomeOrderField;
  readonly direction: Direction;
}

type ValueOf<Of> = (of: Of) => number | null;

const TALLY_VALUES: readonly (readonly [Measure, ValueOf<StatusTally>])[] = [
  ['', TALLY_MEASURES.FINDINGS],
  ['_DECISIVE', ({ decisive }) => decisive],
  ['_UPHELD', TALLY_MEASURES.UPHELD],
  ['_OVERTURNED', TALLY_MEASURES.OVERTURNED],
  ['_UPHOLD_RATE', TALLY_MEASURES.UPHOLD_RATE],
  ['_WILSON_LOW', TALLY_MEASURES.WILSON_LOW],
  ['_WILSON_HIGH', TALLY_MEASURES.WILSON_HIGH],
];

const VALUES = new Map<CriterionOutcomeOrderField, ValueOf<CriterionOutcome>>([
  ['KIND', ({ kind }) => criterionKinds.indexOf(kind)],
  ['DECISIVE', ({ notMet, met }) => notMet.decisive + met.decisive],
  ...TALLY_VALUES.flatMap(([name, valueOf]): [CriterionOutcomeOrderField, ValueOf<CriterionOutcome>][] => [
    [`NOT_MET${name}`, ({ notMet }) => valueOf(notMet)],
    [`MET${name}`, ({ met }) => valueOf(met)],
  ]),
]);

/**
 * For each kind of criterion, and each group: in how many findings it is met or not met, and how they were decided; equals by
 * kind and group. What has no value for a grouping counts for no row.
 * @throws {InputError} when `after` is no place of this order
 */
export async function criterionOutcomes(
  client: GraphClient,
  question: CriterionQuestion,
  order: CriterionOutcomeOrder,
  page: PageArguments,
): Promise<ListPage<CriterionOutcome>> {
  return rankedPage(await countedOutcomes(client, question), rankingOf(question, order), page);
}

/** As {@link criterionOutcomes}: all rows, in order. */
export async function rankedOutcomes(
  client: GraphClient,
  question: CriterionQuestion,
  order: CriterionOutcomeOrder,
): Promise<CriterionOutcome[]> {
  const { valueOf, direction, keyOf } = rankingOf(question, order);
  const rows = await countedOutcomes(client, question);
  return rows.sort(ranking(valueOf, direction, keyOf));
}

async function countedOutcomes(
  client: GraphClient,
  question: CriterionQuestion,
): Promise<CriterionOutcome[]> {
  const { scope, groupBy } = question;
  const rows = await client.read<Counts>('read/criterion-outcomes', {
    ...scopeParameters(scope),
    groups: groupParameter(groupBy),
    kinds: scope.kinds ?? criterionKinds,
  });
  return rows.map((row) => outcome(row, question));
}

function rankingOf(
  { groupBy }: CriterionQuestion,
  { field, direction }: CriterionOutcomeOrder,
): Ranking<CriterionOutcome> {
  return {
    order: `criterionOutcomes of ${groupBy.join(' and ')} by ${field} ${direction}`,
    valueOf: VALUES.get(field) ?? (() => null),
    direction,
    keyOf: ({ key }) => key,
  };
}

interface Counts extends Group {
  readonly kind: CriterionKind;
  readonly notMet: number;
  readonly notMetDecisive: number;
  readonly notMetUpheld: number;
  readonly met: number;
  readonly metDecisive: number;
  readonly metUpheld: number;
}

function outcome(counts: Counts, question: CriterionQuestion): CriterionOutcome {
  const { kind, notMet, notMetDecisive, notMetUpheld, met, metDecisive, metUpheld, ...group } = counts;
  return {
    key: `${kind} ${groupKey(group)}`,
    kind,
    group,
    notMet: { ...tally(notMet, notMetUpheld), decisive: notMetDecisive },
    met: { ...tally(met, metUpheld), decisive: metDecisive },
    question,
  };
}
