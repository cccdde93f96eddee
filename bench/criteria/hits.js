// @ts-check
import { overlap } from './confusion.js';
import { compare, count } from './score.js';

/** @typedef {import('./score.js').Case} Case */

const THRESHOLDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/**
 * Of the hits, how many say rightly whether the criterion decides, and how many quote words of the label's quote. Hits
 * whose label does not tell are not counted.
 * @param {readonly Case[]} cases
 */
export function qualityOfHits(cases) {
  const hits = cases.flatMap((one) => compare(one).hits);
  const told = hits.filter(({ label }) => label.decisive !== undefined);
  const placed = hits.filter(({ label }) => label.span !== null);
  return {
    decisive: {
      right: told.filter(({ label, reading }) => label.decisive === reading.decisive).length,
      of: told.length,
    },
    place: {
      right: placed.filter(({ label, reading }) => overlap(label, reading)).length,
      of: placed.length,
    },
  };
}

/**
 * What remains when only readings of at least some confidence are taken.
 * @param {readonly Case[]} cases
 */
export function byThreshold(cases) {
  return THRESHOLDS.map((threshold) => {
    const sure = cases.map((one) => ({
      ...one,
      found: one.found.filter(({ confidence = 1 }) => confidence >= threshold),
    }));
    return { threshold, counts: count(sure) };
  });
}

/**
 * How often readings of about one confidence are right: they should be as often as they say.
 * @param {readonly Case[]} cases
 */
export function calibration(cases) {
  const readings = cases.flatMap((one) => {
    const { hits, spurious } = compare(one);
    return [
      ...hits.map(({ reading: { confidence = 1 } }) => ({ confidence, right: true })),
      ...spurious.map(({ confidence = 1 }) => ({ confidence, right: false })),
    ];
  });
  return THRESHOLDS.map((low, i) => {
    const high = THRESHOLDS[i + 1] ?? Infinity;
    const within = readings.filter(({ confidence }) => confidence >= low && confidence < high);
    const said = within.reduce((total, { confidence }) => total + confidence, 0) / within.length;
    return { low, of: within.length, right: within.filter(({ right }) => right).length, said };
  }).filter(({ of }) => of > 0);
}
