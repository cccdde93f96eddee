// @ts-check
/**
 * Measures one case: blocks of all contestants in turn, round after round, so that what slows the machine for a while slows them all.
 */
import { spread } from '../statistics.js';
import { loadFor } from './load.js';
import { memoryOf, processorSeconds } from './processes.js';
import { questionsOf } from './questions.js';

/** Who takes longer for the median of the answers to the checks, in milliseconds, is asked by one client, and few times: 16 at a time would only take longer. */
const SLOW = 700;
const SLOW_ANSWERS = 3;
/** Passes before what counts, together as long as a block: the first who asks would warm the database for those behind. */
const WARM_UPS = 2;

/**
 * @typedef {{ rounds: number, seconds: number, bound: number, database: number }} Plan seconds of a block; bound: seconds of the
 *   whole case, after which no further round begins; database: its process
 * @typedef {{ min: number, median: number, max: number }} Spread
 * @typedef {{ failed: string } | Figures} Measured
 * @typedef {{ failed?: undefined, clients: number, answers: number, rate: Spread, p50: number, p99: number, slow: boolean,
 *   processor: { own: number, database: number }, rss: number }} Figures
 *   rate in answers a second, over blocks; p50, p99 in ms, over all answers; processor in ms an answer; rss in bytes, after the case
 */

/**
 * @param {import('./cases/case.js').Case} one
 * @param {readonly import('./contestants.js').Contestant[]} contestants
 * @param {Record<string, import('./check.js').Checked>} checked
 * @param {import('./world.js').World} world
 * @param {{ clients: number, seed: number, plan: Plan }} how
 * @returns {Promise<Record<string, Measured>>}
 */
export async function measure(one, contestants, checked, world, { clients, seed, plan }) {
  const end = performance.now() + plan.bound * 1000;
  const runs = contestants.map((contestant) => {
    const slow = (checked[contestant.name]?.typicalMs ?? 0) > SLOW;
    return prepare(one, contestant, { slow, clients: slow ? 1 : clients, world, seed });
  });
  for (let pass = 0; pass < WARM_UPS; pass++)
    for (const run of runs)
      if (!run.slow) await block(run, 0, { ...plan, seconds: plan.seconds / WARM_UPS }, end);
  for (const run of runs) Object.assign(run, { blocks: [], own: 0, database: 0 });
  for (let round = 0; round < plan.rounds && (round === 0 || performance.now() < end); round++)
    for (const run of runs) await block(run, round, plan, end);
  return Object.fromEntries(runs.map((run) => [run.contestant.name, summary(run)]));
}

/**
 * @param {import('./cases/case.js').Case} one
 * @param {import('./contestants.js').Contestant} contestant
 * @param {{ slow: boolean, clients: number, world: import('./world.js').World, seed: number }} how
 */
function prepare(one, contestant, { slow, clients, world, seed }) {
  return {
    contestant,
    slow,
    clients,
    next: questionsOf(one, contestant, world, seed + 1),
    /** @type {import('./load.js').Block[]} */
    blocks: [],
    own: 0,
    database: 0,
    /** @type {string | undefined} */
    failed: undefined,
  };
}

/** @typedef {ReturnType<typeof prepare>} Run */

/**
 * One block on connections of its own: servers close those that are idle for some seconds, as they are while others are asked.
 * @param {Run} run
 * @param {number} round
 * @param {Plan} plan
 * @param {number} end of the time for the case
 */
async function block(run, round, plan, end) {
  if (run.failed !== undefined) return;
  if (run.slow && (round >= SLOW_ANSWERS || (round > 0 && performance.now() > end))) return;
  const { pid } = run.contestant;
  const askers = await Promise.all(Array.from({ length: run.clients }, () => run.contestant.open()));
  const [own, database] = [processorSeconds(pid), processorSeconds(plan.database)];
  try {
    run.blocks.push(
      await loadFor(askers, run.next, { seconds: plan.seconds, most: run.slow ? 1 : undefined }),
    );
  } catch (error) {
    run.failed = String(error);
  }
  run.own += processorSeconds(pid) - own;
  run.database += processorSeconds(plan.database) - database;
  for (const asker of askers) asker.close();
}

/**
 * @param {Run} run
 * @returns {Measured}
 */
function summary({ contestant, slow, clients, blocks, own, database, failed }) {
  if (failed !== undefined) return { failed };
  const latencies = blocks.flatMap((block) => block.latencies).sort((a, b) => a - b);
  const answers = latencies.length;
  return {
    clients,
    answers,
    rate: spread(blocks.map((block) => block.answers / block.seconds)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    slow,
    processor: { own: (own * 1000) / answers, database: (database * 1000) / answers },
    rss: memoryOf(contestant.pid)?.rss ?? NaN,
  };
}

/**
 * @param {readonly number[]} sorted
 * @param {number} share
 */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
