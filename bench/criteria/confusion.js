// @ts-check
import { compare, pairOf } from './score.js';

/**
 * What became of a label that was missed, or where a spurious reading comes from.
 * @typedef {object} Slip
 * @property {string | null} wanted kind and status of the label; null when nothing was asked for there
 * @property {string | null} given what was said of the same words; null when nothing was
 *
 * @typedef {import('./score.js').Applied} Applied
 * @typedef {import('./score.js').Case} Case
 */

/**
 * The slips of a finding: a missed label and a spurious reading that speak of the same words are one.
 * @param {Case} one
 * @returns {(Slip & { span: Applied['span'] })[]}
 */
export function slipsOf(one) {
  const { missed, spurious } = compare(one);
  const left = [...spurious];
  const slips = missed.map((label) => {
    const sameKind = left.findIndex((reading) => reading.kind === label.kind && overlap(reading, label));
    const at = sameKind >= 0 ? sameKind : left.findIndex((reading) => overlap(reading, label));
    const [reading] = at >= 0 ? left.splice(at, 1) : [];
    return { wanted: pairOf(label), given: reading ? pairOf(reading) : null, span: label.span };
  });
  return [...slips, ...left.map((reading) => ({ wanted: null, given: pairOf(reading), span: reading.span }))];
}

/**
 * Whether two criteria share a word's length of the rationale.
 * @param {Applied} a
 * @param {Applied} b
 */
export function overlap({ span: a }, { span: b }) {
  return a !== null && b !== null && a[0] < b[1] && b[0] < a[1];
}

/**
 * Slips by what was wanted and given, the most frequent first.
 * @param {readonly Case[]} cases
 * @returns {(Slip & { times: number })[]}
 */
export function confusion(cases) {
  /** @type {Map<string, Slip & { times: number }>} */
  const slips = new Map();
  for (const { wanted, given } of cases.flatMap(slipsOf)) {
    const key = `${wanted}\t${given}`;
    const slip = slips.get(key) ?? { wanted, given, times: 0 };
    slip.times++;
    slips.set(key, slip);
  }
  return [...slips.values()].sort((a, b) => b.times - a.times || (key(a) < key(b) ? -1 : 1));
}

/** @param {Slip} slip */
const key = ({ wanted, given }) => `${wanted} ${given}`;
