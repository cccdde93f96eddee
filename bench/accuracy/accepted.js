// @ts-check
import { readFileSync } from 'node:fs';
import { INEXACT } from './criteria.js';

/**
 * A loss that a person has looked at and takes, with the reason.
 * @typedef {{ document: string, group: string, fact: string, reason: string }} Accepted
 * @typedef {import('./compare.js').Change} Change
 */

const ACCEPTED_LOSSES = new URL('../accepted-losses.json', import.meta.url);

/**
 * @param {URL | string} [file]
 * @returns {Accepted[]}
 * @throws {Error} naming the first entry that lacks one of its four texts
 */
export function readAccepted(file = ACCEPTED_LOSSES) {
  /** @type {Record<string, unknown>[]} */
  const entries = JSON.parse(readFileSync(file, 'utf8'));
  const texts = ['document', 'group', 'fact', 'reason'];
  const bad = entries.findIndex((entry) =>
    texts.some((name) => typeof entry[name] !== 'string' || entry[name] === ''),
  );
  if (bad >= 0) throw new Error(`Entry ${bad + 1} of ${file} needs ${texts.join(', ')}.`);
  return /** @type {Accepted[]} */ (/** @type {unknown} */ (entries));
}

/**
 * Which losses fail the run, and which entries have nothing left to accept. A single loss in a group that is never all
 * right fails nothing: the baseline holds how well such groups are read.
 * @param {readonly Change[]} changes
 * @param {readonly Accepted[]} accepted
 * @param {ReadonlySet<string>} documents those that were compared; entries about others are left alone
 */
export function judgeLosses(changes, accepted, documents) {
  const key = (/** @type {{ document: string, group: string, fact: string }} */ one) =>
    [one.document, one.group, one.fact].join('\t');
  const losses = changes.filter(({ kind }) => kind === 'LOSS');
  const [accepting, lost] = [new Set(accepted.map(key)), new Set(losses.map(key))];
  return {
    failing: losses.filter((loss) => !INEXACT.includes(loss.group) && !accepting.has(key(loss))),
    stale: accepted.filter((entry) => documents.has(entry.document) && !lost.has(key(entry))),
  };
}
