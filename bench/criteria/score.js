// @ts-check
import { scores } from '../statistics.js';

/**
 * A criterion as a label or a reading gives it.
 * @typedef {object} Applied
 * @property {string} kind
 * @property {'MET' | 'NOT_MET'} status
 * @property {boolean} [decisive]
 * @property {number} [confidence] 0 to 1; of a reading
 * @property {readonly [number, number] | null} span within the rationale; null when its quote does not stand there
 *
 * One finding whose truth is known, with what was found in it.
 * @typedef {object} Case
 * @property {string} letter findings of one letter are not independent of each other
 * @property {string} finding its place and label, for people
 * @property {string} rationale
 * @property {readonly Applied[]} truth
 * @property {readonly Applied[]} found
 *
 * @typedef {{ expected: number, found: number, right: number }} Counts
 * @typedef {(one: Applied) => boolean} Keep
 */

/** Intervals come from as many samples of letters. */
const SAMPLES = 2000;

/** @param {Applied} one */
export const pairOf = ({ kind, status }) => `${kind} ${status}`;

/** @type {Keep} */
const ALL = () => true;

/**
 * What a finding's truth and its reading share, as sets of (kind, status).
 * @param {Case} one
 * @param {Keep} [keep]
 */
export function compare({ truth, found }, keep = ALL) {
  const [wanted, given] = [eachOnce(truth.filter(keep)), eachOnce(found.filter(keep))];
  return {
    hits: [...wanted].flatMap(([pair, label]) => {
      const reading = given.get(pair);
      return reading ? [{ label, reading }] : [];
    }),
    missed: [...wanted].flatMap(([pair, label]) => (given.has(pair) ? [] : [label])),
    spurious: [...given].flatMap(([pair, reading]) => (wanted.has(pair) ? [] : [reading])),
  };
}

/** @param {readonly Applied[]} applied */
function eachOnce(applied) {
  /** @type {Map<string, Applied>} */
  const once = new Map();
  for (const one of applied) if (!once.has(pairOf(one))) once.set(pairOf(one), one);
  return once;
}

/**
 * @param {readonly Case[]} cases
 * @param {Keep} [keep]
 * @returns {Counts}
 */
export function count(cases, keep) {
  return sum(cases.map((one) => countsOf(one, keep)));
}

/**
 * @param {Case} one
 * @param {Keep} [keep]
 * @returns {Counts}
 */
function countsOf(one, keep) {
  const { hits, missed, spurious } = compare(one, keep);
  return {
    expected: hits.length + missed.length,
    found: hits.length + spurious.length,
    right: hits.length,
  };
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
function sum(counts) {
  const total = { expected: 0, found: 0, right: 0 };
  for (const { expected, found, right } of counts) {
    total.expected += expected;
    total.found += found;
    total.right += right;
  }
  return total;
}

/**
 * Precision, recall and F1, each with its 95 % percentile interval of a bootstrap over letters.
 * @param {readonly Case[]} cases
 * @param {Keep} [keep]
 */
export function scoreWithIntervals(cases, keep) {
  /** @type {Map<string, Counts>} */
  const byLetter = new Map();
  for (const one of cases)
    byLetter.set(one.letter, sum([byLetter.get(one.letter) ?? sum([]), countsOf(one, keep)]));
  const letters = [...byLetter.values()];
  const random = generator(letters.length);
  const samples = Array.from({ length: SAMPLES }, () => sum(letters.map(() => draw(letters, random))))
    // A sample without any says nothing.
    .filter(({ expected, found }) => expected + found > 0)
    .map(scores);
  const total = sum(letters);
  const of = (/** @type {'precision' | 'recall' | 'f1'} */ name) => ({
    value: scores(total)[name],
    ...middle(samples.flatMap((sample) => sample[name] ?? [])),
  });
  return { counts: total, precision: of('precision'), recall: of('recall'), f1: of('f1') };
}

/**
 * @param {readonly Counts[]} letters
 * @param {() => number} random
 */
function draw(letters, random) {
  return /** @type {Counts} */ (letters[Math.floor(random() * letters.length)]);
}

/**
 * The bounds that leave 2.5 % of the values on either side.
 * @param {readonly number[]} values
 */
function middle(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))] ?? null;
  return { low: at(0.025), high: at(0.975) };
}

/**
 * Numbers from 0 to 1 that are the same in every run (mulberry32).
 * @param {number} seed
 */
export function generator(seed) {
  let state = (seed + 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The kinds that labels have most often.
 * @param {readonly Case[]} cases
 * @param {number} most
 */
export function frequentKinds(cases, most) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { truth } of cases)
    for (const { kind } of eachOnce(truth).values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.slice(0, most).map(([kind]) => kind);
}
