// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { scores, wilson } from '../statistics.js';
import { INEXACT } from './criteria.js';
import { countsOf } from './tally.js';

/**
 * What is known to be read wrong, so that a loss shows without building an older version.
 * @typedef {object} Baseline
 * @property {Record<string, { letters: number, right: number }>} sets letters and facts read right, by set
 * @property {Record<string, Record<string, number>>} floors by set and inexact group, the F1 that it must have
 * @property {Record<string, Wrong>} wrong by document; a letter that is not named was read without fault
 *
 * Facts of inexact groups count in `floors` only.
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
  const sets = [...new Set(letters.map(({ set }) => set))];
  return {
    sets: Object.fromEntries(sets.map((set) => [set, sizeOf(set, letters)])),
    floors: Object.fromEntries(sets.map((set) => [set, floorsOf(set, letters)])),
    wrong: Object.fromEntries(wrong.filter(([, { missed, extra }]) => missed.length + extra.length > 0)),
  };
}

/**
 * @param {string} set
 * @param {readonly Letter[]} letters
 */
function sizeOf(set, letters) {
  const own = letters.filter((letter) => letter.set === set);
  const facts = own.flatMap((letter) => letter.facts).filter(({ group }) => !INEXACT.includes(group));
  return { letters: own.length, right: facts.filter(({ verdict }) => verdict === 'RIGHT').length };
}

/**
 * What each inexact group that the set asks for must reach: the lower end of its F1's 95 % interval, in hundredths. So a
 * few facts that go from right to wrong pass.
 * @param {string} set
 * @param {readonly Letter[]} letters
 */
function floorsOf(set, letters) {
  return Object.fromEntries(
    [...inexactCounts(set, letters)].map(([group, { expected, found, right }]) => {
      // F1 is a share, too: of the mean of what was expected and what was found.
      const low = wilson(right, (expected + found) / 2)?.low ?? 0;
      return [group, Math.floor(low * 100) / 100];
    }),
  );
}

/**
 * @param {string} set
 * @param {readonly Letter[]} letters
 * @returns {Map<string, import('./tally.js').Counts>} by group
 */
function inexactCounts(set, letters) {
  const facts = letters.filter((letter) => letter.set === set).flatMap((letter) => letter.facts);
  return new Map(
    INEXACT.flatMap((group) => {
      const own = facts.filter((fact) => fact.group === group);
      return own.length > 0 ? [[group, countsOf(own)]] : [];
    }),
  );
}

/**
 * @param {readonly Judged[]} facts
 * @returns {Wrong}
 */
function wrongIn(facts) {
  const of = (/** @type {Judged['verdict']} */ wanted) =>
    facts
      .filter(({ verdict, group }) => verdict === wanted && !INEXACT.includes(group))
      .map(({ group, fact }) => `${group}: ${fact}`);
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
  return [...changes, ...shrunk(baseline, now, changes), ...sunk(baseline, letters)];
}

/**
 * Inexact groups that are read worse than their floor.
 * @param {Baseline} baseline
 * @param {readonly Letter[]} letters
 * @returns {Change[]}
 */
function sunk({ floors }, letters) {
  return [...new Set(letters.map(({ set }) => set))].flatMap((set) => {
    const reached = inexactCounts(set, letters);
    return Object.entries(floors[set] ?? {}).flatMap(([group, floor]) => {
      const counts = reached.get(group);
      const f1 = counts ? scores(counts).f1 : 0;
      return f1 < floor ? [change('LOSS', set, `F1: ${group}`, `${f1.toFixed(4)}, must be ${floor}`)] : [];
    });
  });
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
