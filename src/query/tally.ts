import { wilsonInterval, type Interval } from './wilson.js';

/** Below this number of findings a rate says little: its interval is about a third of the scale wide, or wider. */
export const SMALL = 30;

/** How findings were decided; each finding counts once. */
export interface Tally {
  readonly findings: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Upheld out of all findings, 0 to 1; null when there is none. */
  readonly upholdRate: number | null;
  /** 95% Wilson score interval of the uphold rate; 0 to 1 when there is no finding. */
  readonly upholdRateInterval: Interval;
  /** Whether there are fewer findings than {@link SMALL}. */
  readonly small: boolean;
}

/** What tallies can be put in order by. */
export type TallyMeasure =
  'FINDINGS' | 'UPHELD' | 'OVERTURNED' | 'UPHOLD_RATE' | 'WILSON_LOW' | 'WILSON_HIGH';

/** What each measure tells of a tally. */
export const TALLY_MEASURES: Readonly<Record<TallyMeasure, (of: Tally) => number | null>> = {
  FINDINGS: ({ findings }) => findings,
  UPHELD: ({ upheld }) => upheld,
  OVERTURNED: ({ overturned }) => overturned,
  UPHOLD_RATE: ({ upholdRate }) => upholdRate,
  WILSON_LOW: ({ upholdRateInterval }) => upholdRateInterval.low,
  WILSON_HIGH: ({ upholdRateInterval }) => upholdRateInterval.high,
};

/** The tally of so many findings, so many of them upheld. */
export function tally(findings: number, upheld: number): Tally {
  return {
    findings,
    upheld,
    overturned: findings - upheld,
    upholdRate: findings === 0 ? null : upheld / findings,
    upholdRateInterval: wilsonInterval(upheld, findings),
    small: findings < SMALL,
  };
}
