import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel } from '../graph/identity.js';
import { filterParameters, type DecisionFilter } from './filter.js';
import { InputError } from './input-error.js';
import type { Optional, Page, PageArguments } from './page.js';
import { wilsonInterval, type Interval } from './wilson.js';

/** How the findings that cite one guideline, or one below it, were decided; each finding counts once. */
export interface GuidelineOutcome {
  readonly guidelineId: string;
  readonly findings: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Upheld out of all findings, 0 to 1. */
  readonly upholdRate: number;
  /** 95% Wilson score interval of the uphold rate. */
  readonly upholdRateInterval: Interval;
}

export interface GuidelineOutcomeFilter extends DecisionFilter {
  readonly level: GuidelineLevel;
  readonly source?: Optional<string>;
}

export type GuidelineOutcomeOrderField =
  'FINDINGS' | 'UPHELD' | 'OVERTURNED' | 'UPHOLD_RATE' | 'WILSON_LOW' | 'WILSON_HIGH';

export interface GuidelineOutcomeOrder {
  readonly field: GuidelineOutcomeOrderField;
  readonly direction: 'ASC' | 'DESC';
}

type Counts = Pick<GuidelineOutcome, 'guidelineId' | 'findings' | 'upheld' | 'overturned'>;

const VALUES: Record<GuidelineOutcomeOrderField, (outcome: GuidelineOutcome) => number> = {
  FINDINGS: ({ findings }) => findings,
  UPHELD: ({ upheld }) => upheld,
  OVERTURNED: ({ overturned }) => overturned,
  UPHOLD_RATE: ({ upholdRate }) => upholdRate,
  WILSON_LOW: ({ upholdRateInterval }) => upholdRateInterval.low,
  WILSON_HIGH: ({ upholdRateInterval }) => upholdRateInterval.high,
};

/**
 * For each guideline of a level: how many findings cite it, and how they were decided; equals by guideline id.
 * @throws {InputError} when `after` names a guideline that is not among the results
 */
export async function guidelineOutcomes(
  client: GraphClient,
  filter: GuidelineOutcomeFilter,
  order: GuidelineOutcomeOrder,
  { first, after }: PageArguments,
): Promise<Page<GuidelineOutcome>> {
  const { level, source } = filter;
  const counts = await client.read<Counts>('read/guideline-outcomes', {
    ...filterParameters(filter),
    level,
    source,
  });
  const ranked = counts.map(withRate).sort(comparing(order));
  const start = positionAfter(ranked, after);
  return { nodes: ranked.slice(start, start + first), hasNextPage: ranked.length > start + first };
}

function withRate(counts: Counts): GuidelineOutcome {
  const { upheld, findings } = counts;
  return {
    ...counts,
    upholdRate: upheld / findings,
    upholdRateInterval: wilsonInterval(upheld, findings),
  };
}

function comparing({ field, direction }: GuidelineOutcomeOrder) {
  const valueOf = VALUES[field];
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: GuidelineOutcome, b: GuidelineOutcome): number =>
    sign * (valueOf(a) - valueOf(b)) || (a.guidelineId < b.guidelineId ? -1 : 1);
}

function positionAfter(ranked: readonly GuidelineOutcome[], after: Optional<string>): number {
  if (after === null || after === undefined) return 0;
  const position = ranked.findIndex(({ guidelineId }) => guidelineId === after);
  if (position < 0) throw new InputError('after', 'this cursor is not of this list');
  return position + 1;
}
