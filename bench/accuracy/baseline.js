// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What is known to be read wrong, so that a loss shows without building an older version.
 * @typedef {object} Baseline
 * @property {Record<string, { letters: number, right: number }>} sets letters and facts read right, by set
 * @property {Record<string, Wrong>} wrong by document; a letter that is not named was read without fault
 *
 * Each as `group: fact`.
 * @typedef {{ missed: readonly string[], extra: readonly string[] }} Wrong
 * @typedef {import('./facts.js').Judged} Judged
 * @typedef {import('./compare.js').Change} Change
 * @typedef {{ id: string, set: string, facts: readonly Judged[] }} Letter
 */

const BASELINE = new URL('../baseline.json', import.meta.url);
/** @type {Wrong} */
const NOTHING = { missed: [], extra: [] };

/** The generated letters that the baseline is about, beside samples/: the same ones each time. */
export const GENERATED = { letters: 600, seed: 1 };

/** @returns {Baseline} */
export function readBaseline() {
  return JSON.parse(readFileSync(BASELINE, 'utf8'));
}

/** @param {Baseline} baseline */
export function writeBaseline(baseline) {
  writeFileSync(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`);
}

/**
 * @param {readonly Letter[]} letters
 * @returns {Baseline}
 */
export function baselineOf(letters) {
  const wrong = letters.map(({ id, facts }) => /** @type {const} */ ([id, wrongIn(facts)]));
  return {
    sets: Object.fromEntries(
      [...new Set(letters.map(({ set }) => set))].map((set) => [set, sizeOf(set, letters)]),
    ),
    wrong: Object.fromEntries(wrong.filter(([, { missed, extra }]) => missed.length + extra.length > 0)),
  };
}

/**
 * @param {string} set
 * @param {readonly Letter[]} letters
 */
function sizeOf(set, letters) {
  const own = letters.filter((letter) => letter.set === set);
  const facts = own.flatMap((letter) => letter.facts);
  return { letters: own.length, right: facts.filter(({ verdict }) => verdict === 'RIGHT').length };
}

/**
 * @param {readonly Judged[]} facts
 * @returns {Wrong}
 */
function wrongIn(facts) {
  const of = (/** @type {Judged['verdict']} */ wanted) =>
    facts.filter(({ verdict }) => verdict === wanted).map(({ group, fact }) => `${group}: ${fact}`);
  return { missed: of('MISSED'), extra: of('EXTRA') };
}

/**
 * Gains and losses against the baseline, in the sets that are given whole.
 * @param {Baseline} baseline
 * @param {readonly Letter[]} letters
 * @returns {Change[]}
 */
export function compareWithBaseline(baseline, letters) {
  const now = baselineOf(letters);
  const changes = letters.flatMap(({ id }) => {
    const [before, after] = [baseline.wrong[id] ?? NOTHING, now.wrong[id] ?? NOTHING];
    return [
      ...onlyIn(after.missed, before.missed).map((fact) => change('LOSS', id, fact, 'missed')),
      ...onlyIn(after.extra, before.extra).map((fact) => change('LOSS', id, fact, 'found, is wrong')),
      ...onlyIn(before.missed, after.missed).map((fact) => change('GAIN', id, fact, 'no longer missed')),
      ...onlyIn(before.extra, after.extra).map((fact) => change('GAIN', id, fact, 'no longer found')),
    ];
  });
  return [...changes, ...shrunk(baseline, now, changes)];
}

/**
 * Sets that hold less than they did without any letter's being read worse: their letters or truths have changed, and
 * what they no longer ask could be lost unseen.
 * @param {Baseline} baseline
 * @param {Baseline} now
 * @param {readonly Change[]} changes
 * @returns {Change[]}
 */
function shrunk(baseline, now, changes) {
  const isLoss = (/** @type {string} */ set) =>
    changes.some(({ kind, document }) => kind === 'LOSS' && document.startsWith(`${set}/`));
  return Object.entries(now.sets).flatMap(([set, { letters, right }]) => {
    const before = baseline.sets[set];
    if (!before || isLoss(set) || (letters >= before.letters && right >= before.right)) return [];
    const how = `${letters} letters, ${right} facts right; they were ${before.letters} and ${before.right}`;
    return [change('LOSS', set, 'all: letters or truths', how)];
  });
}

/**
 * @param {readonly string[]} these
 * @param {readonly string[]} those
 */
function onlyIn(these, those) {
  return these.filter((fact) => !those.includes(fact));
}

/**
 * @param {Change['kind']} kind
 * @param {string} document
 * @param {string} groupAndFact
 * @param {string} how
 * @returns {Change}
 */
function change(kind, document, groupAndFact, how) {
  const at = groupAndFact.indexOf(': ');
  return { document, kind, group: groupAndFact.slice(0, at), fact: groupAndFact.slice(at + 2), how };
}
