import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel } from '../graph/identity.js';
import type { FindingFilter } from './filter/filters.js';
import { baseOutcome, countedOutcomes } from './outcomes.js';
import type { ListPage, PageArguments } from './page.js';
import type { Direction } from './place.js';
import { rankedPage } from './ranking.js';
import { benjaminiHochberg, fisherExact } from './significance.js';
import type { Tally } from './tally.js';
import type { Interval } from './wilson.js';

/** How much more or less often denials stand where the reviewer cites one guideline, or one below it. */
export interface GuidelineLift extends Tally {
  readonly guidelineId: string;
  /** Its uphold rate over that of the base; null when none of the base is upheld. */
  readonly lift: number | null;
  /** The interval of its uphold rate over the rate of the base, which is taken as known; null as `lift` is. */
  readonly liftInterval: Interval | null;
  /** Of Fisher's exact test, two-sided: findings that cite it against the rest of the base. */
  readonly pValue: number;
  /** The p-value adjusted by Benjamini and Hochberg for all guidelines that are tested. */
  readonly qValue: number;
}

export interface LiftQuestion {
  readonly level: GuidelineLevel;
  readonly filter: FindingFilter;
  /** Guidelines that fewer findings cite are not tested. */
  readonly minFindings: number;
}

/** Its length is the number of guidelines that were tested. */
export interface LiftPage extends ListPage<GuidelineLift> {
  /** All findings that pass the filter, whatever they cite. */
  readonly base: Tally;
}

export type LiftOrderField = 'Q_VALUE' | 'LIFT' | 'FINDINGS';

export interface LiftOrder {
  readonly field: LiftOrderField;
  readonly direction: Direction;
}

const VALUES: Record<LiftOrderField, (row: GuidelineLift) => number | null> = {
  Q_VALUE: ({ qValue }) => qValue,
  LIFT: ({ lift }) => lift,
  FINDINGS: ({ findings }) => findings,
};

/**
 * The lift of each guideline of a level that enough findings cite; equals by its id.
 * @throws {InputError} when `after` is no place of this order
 */
export async function guidelineLift(
  client: GraphClient,
  { level, filter, minFindings }: LiftQuestion,
  { field, direction }: LiftOrder,
  page: PageArguments,
): Promise<LiftPage> {
  const [rows, base] = await Promise.all([
    countedOutcomes(client, filter, [`GUIDELINE_${level}`]),
    baseOutcome(client, filter),
  ]);
  const cited = rows.flatMap(({ values: [of], key, values, ...counts }) =>
    of !== undefined && counts.findings >= minFindings ? [{ guidelineId: of.value, ...counts }] : [],
  );
  const order = `lift of ${level} by ${field} ${direction}`;
  const ranking = { order, valueOf: VALUES[field], direction, keyOf: idOf };
  return { ...rankedPage(lifts(cited, base), ranking, page), base };
}

const idOf = ({ guidelineId }: GuidelineLift): string => guidelineId;

/** The lifts of counts that are all part of one base. */
function lifts(rows: readonly (Tally & { readonly guidelineId: string })[], base: Tally): GuidelineLift[] {
  const pValues = rows.map(({ findings, upheld }) => pValueOf(upheld, findings, base));
  const qValues = benjaminiHochberg(pValues);
  const over = (rate: number): number | null =>
    base.upholdRate === null || base.upholdRate === 0 ? null : rate / base.upholdRate;
  return rows.map((row, i) => {
    const [lift, low, high] = [
      row.upholdRate ?? 0,
      row.upholdRateInterval.low,
      row.upholdRateInterval.high,
    ].map(over);
    const liftInterval = typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
    return { ...row, lift: lift ?? null, liftInterval, pValue: pValues[i] ?? 1, qValue: qValues[i] ?? 1 };
  });
}

/** Counts of two statements may differ by what is written in between: then the base is at least the part. */
function pValueOf(upheld: number, findings: number, base: Tally): number {
  const others = {
    upheld: Math.max(0, base.upheld - upheld),
    overturned: Math.max(0, base.overturned - (findings - upheld)),
  };
  return fisherExact(upheld, findings, upheld + others.upheld, findings + others.upheld + others.overturned);
}
