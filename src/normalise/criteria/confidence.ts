/*
 * How often a reading is right, by who makes it and by what probability the classifier gives it: shares counted on rationales
 * that the classifier was not trained on (docs/criteria.md, `npm run bench:criteria`).
 */

interface Level {
  /** Lowest probability of the level. */
  readonly from: number;
  readonly confidence: number;
}

/** The rules find it. */
const FOUND: readonly Level[] = [
  { from: 0.9, confidence: 0.98 },
  { from: 0.7, confidence: 0.93 },
  { from: 0.4, confidence: 0.85 },
  { from: 0.2, confidence: 0.8 },
  { from: 0.06, confidence: 0.5 },
  { from: 0, confidence: 0.2 },
];

/** The classifier alone holds it likely. */
const GUESSED: readonly Level[] = [
  { from: 0.9, confidence: 0.85 },
  { from: 0.8, confidence: 0.7 },
  { from: 0.6, confidence: 0.5 },
  { from: 0.4, confidence: 0.35 },
  { from: 0, confidence: 0.1 },
];

/**
 * @param isFound whether the rules find it
 * @param probability that the classifier gives it, 0 to 1
 * @returns the share of such readings that are right, 0 to 1
 */
export function confidenceOf(isFound: boolean, probability: number): number {
  const level = (isFound ? FOUND : GUESSED).find(({ from }) => probability >= from);
  return level?.confidence ?? 0;
}
