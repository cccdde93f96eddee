import type { Interval } from '../../../src/query/wilson.js';
import { count, interval, share } from './numbers.js';

/** How findings were decided: as the API tells it everywhere. */
export interface Tally {
  readonly findings: number;
  readonly upheld: number;
  readonly overturned: number;
  readonly upholdRate: number | null;
  readonly upholdRateInterval: Interval;
  /** Fewer than 30 findings: too few for the rate to say much. */
  readonly small: boolean;
}

/** `76% upheld (71–80%) of 412`, for those who hear the chart and those who point at it. */
export function described({ findings, upholdRate, upholdRateInterval, small }: Tally): string {
  const few = small ? ', too few to be sure' : '';
  return `${share(upholdRate)} upheld (95% interval ${interval(upholdRateInterval)}) of ${count(findings)} findings${few}`;
}
