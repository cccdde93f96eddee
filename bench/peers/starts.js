// @ts-check
/** From the start of a process to its answers. Files that were read before are in the memory of the system: nothing here is cold to the disk. */
import { spread } from '../statistics.js';
import { peersInstalled, startNeo4jGraphql, startOurs } from './contestants.js';
import { engineEnvironment, startDatabase, stopDatabase } from './database.js';

const ROUNDS = 3;
const FIRST = {
  'first case': { query: '{ cases(first: 1) { nodes { id findings { label item { name } } } } }' },
  'first guidelines': {
    query:
      '{ guidelineOutcomes(filter: { level: TOPIC, source: "ODG" }, first: 100) { nodes { findings } } }',
  },
};

/**
 * @param {import('./options.js').Options} options
 * @returns {Promise<Record<string, import('./measure.js').Spread>>} seconds
 */
export async function measureStarts({ data, memory }) {
  const environment = engineEnvironment(data, memory);
  /** @type {Record<string, number[]>} */
  const seconds = {};
  const keep = (/** @type {string} */ name, /** @type {number} */ ms) =>
    (seconds[name] ??= []).push(ms / 1000);
  for (let round = 0; round < ROUNDS; round++) {
    await stopDatabase(environment);
    // Without a running engine, the server starts one of its own, and ends it.
    const cold = await startOurs(environment);
    keep('`imr serve` with its engine: ready', cold.startMs ?? NaN);
    await firstAnswers(cold, '`imr serve` with its engine', keep);
    await cold.stop();
    const database = await startDatabase(data, environment);
    const warm = await startOurs(environment);
    keep('`imr serve` over a running engine: ready', warm.startMs ?? NaN);
    await firstAnswers(warm, '`imr serve` over a running engine', keep);
    await warm.stop();
    if (!peersInstalled()) continue;
    const [peer] = await startNeo4jGraphql(database);
    keep('@neo4j/graphql over a running engine: ready', peer?.startMs ?? NaN);
    await peer?.stop();
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, values]) => [name, spread(values)]));
}

/**
 * @param {import('./contestants.js').Contestant} server
 * @param {string} name
 * @param {(name: string, ms: number) => void} keep
 */
async function firstAnswers(server, name, keep) {
  const asker = await server.open();
  for (const [what, question] of Object.entries(FIRST)) {
    const before = performance.now();
    await asker.ask(server.prepare(question));
    keep(`${name}: ${what}`, performance.now() - before);
  }
  asker.close();
}
