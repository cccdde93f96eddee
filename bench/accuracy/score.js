// @ts-check
import { resolve } from 'node:path';
import { judge } from './facts.js';

/**
 * @typedef {import('./letters.js').Case} Case
 * @typedef {import('./parser.js').Outcome} Outcome
 * @typedef {import('./compare.js').Reading} Reading
 * @typedef {import('./tally.js').Scored & { parsed: import('./parser.js').Parsed | undefined }} ScoredLetter
 */

/** The era of a letter that was not read and whose truth names none. */
const UNREAD = 'not read';

/**
 * Each letter's facts, judged.
 * @param {readonly Case[]} cases
 * @param {Pick<Outcome, 'documents'>} outcome
 * @returns {ScoredLetter[]}
 */
export function scoreLetters(cases, { documents }) {
  return cases.map(({ id, set, path, truth }) => {
    const parsed = documents.get(resolve(path));
    // The truth's own word first: a letter that is taken for one of another era counts where it belongs.
    const era = truth.era ?? parsed?.template ?? UNREAD;
    return { id, set, era, facts: judge(truth, parsed ?? {}), parsed };
  });
}

/**
 * All letters that a version was given, scored or not, by document.
 * @param {readonly ScoredLetter[]} letters
 * @param {readonly Case[]} cases
 * @param {Outcome} outcome
 * @returns {Map<string, Reading>}
 */
export function readingsOf(letters, cases, { documents, rejections }) {
  /** @type {Map<string, Reading>} */
  const readings = new Map();
  const scored = new Set(cases.map(({ path }) => resolve(path)));
  letters.forEach(({ id, facts, parsed }, i) => {
    readings.set(id, { facts, parsed, rejection: rejections.get(resolve(cases[i]?.path ?? '')) });
  });
  for (const [path, parsed] of documents) if (!scored.has(path)) readings.set(path, { parsed });
  for (const [path, rejection] of rejections) if (!scored.has(path)) readings.set(path, { rejection });
  return readings;
}
