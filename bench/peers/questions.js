// @ts-check
/** The questions of one case for one contestant: the same sequence for each, as a seed decides. */
import { randomOf } from './random.js';

/**
 * @param {import('./cases/case.js').Case} one
 * @param {import('./world.js').World} world
 * @param {number} seed
 * @returns {() => Record<string, any>} draws, one after the other
 */
export function drawsOf(one, world, seed) {
  const random = randomOf(seed);
  if (one.pool === undefined) return anew(() => one.draw(random, world));
  /** @type {Record<string, any>[]} */
  const pool = [];
  const size = one.pool;
  let at = 0;
  return () => (pool[at % size] ??= one.draw(random, world)) && /** @type {any} */ (pool[at++ % size]);
}

/** Of questions that have few values, some must come again. */
const TRIES = 4;

/**
 * Draws that did not come before, if that can be.
 * @param {() => Record<string, any>} draw
 */
function anew(draw) {
  const seen = new Set();
  return () => {
    let drawn = draw();
    let told = JSON.stringify(drawn);
    for (let tries = 1; tries < TRIES && seen.has(told); tries++) told = JSON.stringify((drawn = draw()));
    seen.add(told);
    return drawn;
  };
}

/**
 * Prepared questions. Those of a pool are kept once they are made.
 * @param {import('./cases/case.js').Case} one
 * @param {import('./contestants.js').Contestant} contestant
 * @param {import('./world.js').World} world
 * @param {number} seed
 */
export function questionsOf(one, contestant, world, seed) {
  const draw = drawsOf(one, world, seed);
  const ask = one.ask[contestant.name];
  if (ask === undefined) throw new Error(`${one.name} is no question for ${contestant.name}`);
  const kept = new Map();
  return () => {
    const parameters = draw();
    if (one.pool === undefined) return contestant.prepare(ask(parameters));
    let prepared = kept.get(parameters);
    if (prepared === undefined) kept.set(parameters, (prepared = contestant.prepare(ask(parameters))));
    return prepared;
  };
}
