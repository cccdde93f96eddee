// @ts-check
/** Whether all contestants answer a case alike. */
import { spread } from '../statistics.js';
import { canonical } from './cases/shapes.js';
import { drawsOf } from './questions.js';

/** Milliseconds in which a contestant is to have given its answers to the checks: one answer it gives in any case. */
const PATIENCE = 8_000;

/**
 * @typedef {{ draws: number, differs?: string, failed?: string, firstMs: number, typicalMs: number }} Checked of one contestant: the first answer and the median of all, in ms
 */

/**
 * Asks each contestant the first questions of a case, and compares the answers with those of the first contestant.
 * @param {import('./cases/case.js').Case} one
 * @param {readonly import('./contestants.js').Contestant[]} contestants that have a form of the question
 * @param {import('./world.js').World} world
 * @param {number} seed
 * @param {number} count of questions
 * @returns {Promise<Record<string, Checked>>}
 */
export async function checkAnswers(one, contestants, world, seed, count) {
  const draw = drawsOf(one, world, seed);
  const draws = Array.from({ length: count }, draw);
  /** @type {string[]} */
  const expected = [];
  /** @type {Record<string, Checked>} */
  const checked = {};
  for (const contestant of contestants)
    checked[contestant.name] = await check(one, contestant, draws, expected);
  return checked;
}

/**
 * @param {import('./cases/case.js').Case} one
 * @param {import('./contestants.js').Contestant} contestant
 * @param {readonly Record<string, any>[]} draws
 * @param {string[]} expected answers to be filled by the first who gives them
 * @returns {Promise<Checked>}
 */
async function check(one, contestant, draws, expected) {
  const asker = await contestant.open();
  const begin = performance.now();
  /** @type {number[]} */
  const took = [];
  /** @type {Checked} */
  const checked = { draws: 0, firstMs: NaN, typicalMs: NaN };
  try {
    for (const [i, parameters] of draws.entries()) {
      if (i > 0 && performance.now() - begin > PATIENCE) break;
      const before = performance.now();
      const told = await asker.ask(contestant.prepare(one.ask[contestant.name]?.(parameters)));
      took.push(performance.now() - before);
      const answer = canonical(one.answer[contestant.name]?.(contestant.read(told), parameters));
      expected[i] ??= answer;
      checked.draws++;
      if (answer !== expected[i]) {
        checked.differs = `${JSON.stringify(parameters)}: ${difference(expected[i] ?? '', answer)}`;
        break;
      }
    }
  } catch (error) {
    checked.failed = String(error);
  } finally {
    asker.close();
  }
  if (took.length > 0) Object.assign(checked, { firstMs: took[0], typicalMs: spread(took).median });
  return checked;
}

/**
 * @param {string} expected
 * @param {string} answer
 */
function difference(expected, answer) {
  const at = [...expected].findIndex((letter, i) => letter !== answer[i]);
  const from = Math.max(0, at - 60);
  return `expected … ${expected.slice(from, at + 100)} … but it is … ${answer.slice(from, at + 100)} …`;
}
