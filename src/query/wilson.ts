/** Bounds of a proportion, both within 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile that leaves 2.5% in each tail. */
const Z = 1.959963984540054;

/**
 * The 95% Wilson score interval of `successes` out of `trials`: unlike the textbook interval it stays within 0 and 1 and
 * remains honest for few trials and for rates near the ends. No trials say nothing: 0 to 1.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const rate = successes / trials;
  const z2 = Z * Z;
  const scale = 1 + z2 / trials;
  const centre = (rate + z2 / (2 * trials)) / scale;
  const margin = (Z / scale) * Math.sqrt((rate * (1 - rate)) / trials + z2 / (4 * trials * trials));
  return { low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}
