import type { Tally } from './tally.js';

/** One period: `2016-Q4`. */
export interface Period {
  readonly name: string;
  readonly tally: Tally;
}

const NOTHING = {
  findings: 0,
  upheld: 0,
  overturned: 0,
  upholdRate: null,
  upholdRateInterval: { low: 0, high: 1 },
  small: true,
};

/** Quarters (`2016-Q4`) in their order, with those between them that have no findings. */
export function withoutGaps(quarters: readonly Period[]): Period[] {
  const found = new Map(quarters.map(({ name, tally }) => [placeOf(name), tally]));
  const places = [...found.keys()];
  const first = Math.min(...places);
  const length = places.length === 0 ? 0 : Math.max(...places) - first + 1;
  return Array.from({ length }, (_, i) => ({
    name: nameOf(first + i),
    tally: found.get(first + i) ?? NOTHING,
  }));
}

/** Quarters counted from the year 0. */
function placeOf(name: string): number {
  const [year, quarter] = name.split('-Q').map(Number);
  return 4 * (year ?? 0) + (quarter ?? 1) - 1;
}

function nameOf(place: number): string {
  return `${Math.floor(place / 4)}-Q${(place % 4) + 1}`;
}
