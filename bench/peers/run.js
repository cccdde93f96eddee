// @ts-check
/** One run over a loaded graph: contestants are started, answers are checked, all cases are measured, and what came out is kept. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { CASES } from './cases/index.js';
import { checkAnswers } from './check.js';
import { inProcess, peersInstalled, startBare, startNeo4jGraphql, startOurs, TITLES } from './contestants.js';
import { endGivenUp, openDriver, readDatabase } from './database.js';
import { measure } from './measure.js';
import { machineLine } from '../speed/machine.js';
import { memoryOf } from './processes.js';
import { columnsReady, measureStarts, patiently } from './starts.js';
import { makeTallies } from './tallies.js';
import { versionsOf } from './versions.js';
import { readWorld } from './world.js';

const RESULTS = new URL('results/', import.meta.url);
/** Questions whose answers are compared before a case is measured. */
const CHECKS = 12;

/**
 * @param {import('./database.js').Database} database
 * @param {NodeJS.ProcessEnv} environment of engineEnvironment
 * @param {import('./corpus.js').Loaded} loaded
 * @param {import('./options.js').Options} options
 */
export async function measureAll(database, environment, loaded, options) {
  // Its load is that of others, before ours begins.
  const machine = machineLine();
  const starts = options.starts > 0 ? await measureStarts(options) : undefined;
  const result = await measureAnswers(readDatabase(database.data), environment, loaded, options);
  if (!options.smoke && !options.only) keep({ ...result, machine, starts });
  const wrong = result.cases.filter(({ checked }) =>
    Object.values(checked).some(({ differs }) => differs !== undefined),
  );
  if (wrong.length > 0) throw new Error(`answers differ: ${wrong.map(({ name }) => name).join(', ')}`);
  return result;
}

/**
 * @param {import('./database.js').Database} database
 * @param {NodeJS.ProcessEnv} environment of engineEnvironment
 * @param {import('./corpus.js').Loaded} loaded
 * @param {import('./options.js').Options} options
 */
async function measureAnswers(database, environment, loaded, options) {
  const driver = openDriver(database);
  const tallies = peersInstalled() ? await makeTallies(driver) : undefined;
  if (tallies) console.log(`${tallies.cells} tallies, made in ${tallies.seconds.toFixed(1)} s`);
  const contestants = await startAll(database, environment);
  try {
    const world = await readWorld(driver, options.seed, ...(await aCursor(contestants[0])));
    const cases = await measureCases(contestants, world, { driver, pid: database.pid }, options);
    return {
      letters: loaded.letters,
      seed: loaded.seed,
      versions: await versionsOf(driver),
      memory: options.memory,
      loaded,
      tallies,
      cases,
      processes: memoryOfAll(contestants, database),
    };
  } finally {
    await driver.close();
    for (const contestant of contestants) await contestant.stop();
  }
}

/**
 * @param {import('./database.js').Database} database
 * @param {NodeJS.ProcessEnv} environment
 */
async function startAll(database, environment) {
  const ours = await startOurs(environment);
  await columnsReady(ours);
  const others = peersInstalled() ? await startNeo4jGraphql(database) : [];
  if (others.length === 0) console.log('@neo4j/graphql is left out: run "npm ci" in bench/peers.');
  return [ours, ...others, await startBare(database), inProcess(database)];
}

/**
 * Memory of each process after all cases, in bytes: now and at most.
 * @param {readonly import('./contestants.js').Contestant[]} contestants
 * @param {import('./database.js').Database} database
 */
function memoryOfAll(contestants, database) {
  const processes = contestants.filter(({ name }) => name !== 'tallies');
  return {
    ...Object.fromEntries(processes.map(({ name, pid }) => [name, memoryOf(pid)])),
    neo4j: memoryOf(database.pid),
  };
}

/**
 * A cursor of our API, and the id of the case that it stands behind.
 * @param {import('./contestants.js').Contestant | undefined} ours
 * @returns {Promise<[cursor: string, id: string]>}
 */
export async function aCursor(ours) {
  if (ours === undefined) throw new Error('nobody to ask');
  const told = await patiently(ours, { query: '{ cases(first: 1) { edges { cursor node { id } } } }' });
  const [edge] = ours.read(told).cases.edges;
  return [edge.cursor, edge.node.id.replace(/^Case:/, '')];
}

/**
 * @param {import('./cases/case.js').Case} one
 * @param {import('./options.js').Options} options
 */
function clientsOf(one, { clients, smoke }) {
  return smoke ? [2] : (clients ?? one.clients);
}

/**
 * @param {readonly import('./contestants.js').Contestant[]} contestants
 * @param {import('./world.js').World} world
 * @param {{ driver: import('neo4j-driver').Driver, pid: number }} database
 * @param {import('./options.js').Options} options
 */
async function measureCases(contestants, world, database, options) {
  const wanted = CASES.filter(({ name }) => options.only?.some((word) => name.startsWith(word)) ?? true);
  const blocks = wanted.reduce((sum, one) => sum + clientsOf(one, options).length, 0);
  const end = performance.now() + options.minutes * 60_000;
  let left = blocks;
  const results = [];
  for (const one of wanted) {
    const asked = contestants.filter(({ name }) => one.ask[name] !== undefined);
    const checked = await checkAnswers(one, asked, world, options.seed, options.smoke ? 3 : CHECKS);
    for (const [name, { differs, failed }] of Object.entries(checked))
      if (differs ?? failed) console.log(`${one.name}: ${name}: ${differs ?? failed}`);
    if (Object.values(checked).some(({ failed }) => failed)) await endGivenUp(database.driver);
    const fit = asked.filter(
      ({ name }) => checked[name]?.differs === undefined && checked[name]?.failed === undefined,
    );
    for (const clients of clientsOf(one, options)) {
      const bound = (2 * (end - performance.now())) / 1000 / left--;
      const plan = { rounds: options.rounds, seconds: options.seconds, bound, database: database.pid };
      const measured = await measure(one, fit, checked, world, { clients, seed: options.seed, plan });
      if (Object.values(measured).some(({ failed }) => failed)) await endGivenUp(database.driver);
      print(one, clients, measured);
      const { name, title, titles, note } = one;
      results.push({ name, title, titles, note, clients, checked, measured });
    }
  }
  return results;
}

/**
 * @param {import('./cases/case.js').Case} one
 * @param {number} clients
 * @param {Record<string, import('./measure.js').Measured>} measured
 */
function print(one, clients, measured) {
  console.log(`\n${one.title}, ${clients} clients`);
  for (const [name, figures] of Object.entries(measured)) {
    const title = TITLES[/** @type {keyof typeof TITLES} */ (name)].padEnd(40);
    if (figures.failed !== undefined) console.log(`  ${title} ${figures.failed}`);
    else
      console.log(
        `  ${title} ${[figures.rate.min, figures.rate.median, figures.rate.max].map((rate) => rate.toPrecision(3)).join('/')} a second, p50 ${figures.p50.toFixed(1)} ms, p99 ${figures.p99.toFixed(1)} ms, processor ${figures.processor.own.toFixed(2)} + ${figures.processor.database.toFixed(2)} ms${figures.slow ? ' (1 client)' : ''}`,
      );
  }
}

/** @param {{ letters: number, machine: string, starts: unknown }} result */
function keep(result) {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(new URL(`${result.letters}.json`, RESULTS), `${JSON.stringify(result, null, 1)}\n`);
}
