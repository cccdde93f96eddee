// @ts-check
import { agrees, showCitation } from './citations.js';
import { fold } from './fold.js';
import { judgedAs, match } from './match.js';

/**
 * @typedef {import('./facts.js').Finding} Finding
 * @typedef {import('./facts.js').Judged} Judged
 * @typedef {import('./citations.js').Citation} Citation
 *
 * The guideline that a criterion is a condition of; a truth holds only the fields that were read.
 * @typedef {Omit<Citation, 'role'>} Place
 *
 * @typedef {object} Applied
 * @property {string} kind
 * @property {string} status
 * @property {boolean} [decisive]
 * @property {Place | null} [reliesOn]
 *
 * @typedef {{ readonly text: string, readonly kind?: string | null, readonly reliesOn?: Place | null }} Quoted
 */

const APPLIED = 'applied criteria';
const DECISIVE = 'decisive criteria';
const KINDS = 'kinds of criteria';
const PLACES = "criteria's guidelines";

/** Groups that no reader gets all right: how well they are read is a rate, and not a list of faults. */
export const INEXACT = [APPLIED, DECISIVE, KINDS, PLACES];

/**
 * Which criteria are applied, and of those that both have, whether they decide and which guideline they are of; of the
 * criteria that are quoted as a list, kind and guideline.
 * @param {Finding} truth
 * @param {Finding | undefined} parsed
 * @returns {Judged[]}
 */
export function judgeCriteria(truth, parsed) {
  return [...judgeApplied(truth, parsed?.appliedCriteria ?? []), ...judgeQuoted(truth, parsed)];
}

/**
 * @param {Finding} truth
 * @param {readonly Applied[]} found
 */
function judgeApplied({ appliedCriteria: expected }, found) {
  if (!expected) return [];
  const same = new Map(found.map((one) => [nameOf(one), one]));
  const hits = expected.flatMap((wanted) => {
    const got = same.get(nameOf(wanted));
    return got ? [{ wanted, got }] : [];
  });
  return [
    ...match(APPLIED, [...new Set(expected.map(nameOf))], [...same.keys()]),
    ...hits
      .filter(({ wanted }) => wanted.decisive !== undefined)
      .flatMap(({ wanted, got }) => match(DECISIVE, [decisiveOf(wanted)], [decisiveOf(got)])),
    ...hits.flatMap(({ wanted, got }) => judgePlace(nameOf(wanted), wanted.reliesOn, got.reliesOn)),
  ];
}

/** @param {Applied} applied */
function nameOf({ kind, status }) {
  return `${kind} ${status}`;
}

/** @param {Applied} applied */
function decisiveOf(applied) {
  return `${nameOf(applied)} = ${applied.decisive ? 'decisive' : 'not decisive'}`;
}

/**
 * @param {Finding} truth
 * @param {Finding | undefined} parsed
 */
function judgeQuoted({ quotedCriteria = [] }, parsed) {
  const found = (parsed?.criteria ?? []).flatMap((one) => (typeof one === 'string' ? [] : [one]));
  return quotedCriteria.flatMap(({ text, kind, reliesOn }) => {
    const name = fold(text) ?? '';
    const got = found.find((one) => fold(one.text) === name);
    if (!got) return [];
    const kindOf = (/** @type {string | null | undefined} */ one) => (one ? [`${name} = ${one}`] : []);
    return [
      ...(kind === undefined ? [] : match(KINDS, kindOf(kind), kindOf(got.kind))),
      ...judgePlace(name, reliesOn, got.reliesOn),
    ];
  });
}

/**
 * @param {string} name
 * @param {Place | null | undefined} expected
 * @param {Place | null | undefined} found
 * @returns {Judged[]}
 */
function judgePlace(name, expected, found) {
  if (!expected) return [];
  const show = (/** @type {Place} */ place) => `${name} of ${showCitation({ role: '', ...place })}`;
  if (found && agrees({ role: '', ...expected }, { role: '', ...found }))
    return [judgedAs(PLACES, show(expected), 'RIGHT')];
  return [
    judgedAs(PLACES, show(expected), 'MISSED'),
    ...(found ? [judgedAs(PLACES, show(found), 'EXTRA')] : []),
  ];
}
