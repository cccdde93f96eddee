// @ts-check
/**
 * Asks a server at four fifths of what it bears, for half an hour, while letters are added and removed, and looks at its memory.
 * Fails on any error, and when memory grows. See bench/README.md.
 */
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generateLetter } from '../dist/generate/generate.js';
import { CASES } from './peers/cases/index.js';
import { startOurs } from './peers/contestants.js';
import { loadCorpus } from './peers/corpus.js';
import { engineEnvironment, openDriver, startDatabase, stopDatabase } from './peers/database.js';
import { memoryOf } from './peers/processes.js';
import { questionsOf } from './peers/questions.js';
import { aCursor } from './peers/run.js';
import { columnsReady } from './peers/starts.js';
import { readWorld } from './peers/world.js';
import { askSteadily, newTally, peakOf } from './soak/load.js';

const TOKEN = 'a-token-of-the-soak';
/** Connections of the clients; and of those that find out what the server bears. */
const CLIENTS = 64;
const PEAK_CLIENTS = 16;
const PEAK_SECONDS = 60;
/** The part of the peak that is asked for. */
const SHARE = 0.8;
/** Milliseconds between two changes of the graph; so many letters are there at once beside those of the corpus. */
const CHANGE_EVERY = 5_000;
const MOST_ADDED = 20;
/** Of the first minutes the memory is not compared: caches fill. Afterwards it may grow by this share from one third of the time to the last. */
const WARM_UP = 5;
const MOST_GROWTH = 0.1;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    letters: { type: 'string', default: '20000' },
    data: { type: 'string' },
    heap: { type: 'string', default: '2g' },
    pagecache: { type: 'string', default: '2g' },
  },
});
const options = {
  ...{ letters: Number(values.letters), seed: 1, report: undefined, parts: ['load'] },
  data: values.data ?? `/tmp/imr-soak-${values.letters}`,
};
mkdirSync(options.data, { recursive: true });
const environment = { ...engineEnvironment(options.data, /** @type {any} */ (values)), WRITE_TOKEN: TOKEN };

await loadCorpus(/** @type {any} */ (options), environment);
const database = await startDatabase(options.data, environment);
const server = await startOurs(environment);
try {
  await columnsReady(server);
  const draw = await drawOfAll();
  const peak = await peakOf(server, draw, { clients: PEAK_CLIENTS, seconds: PEAK_SECONDS });
  console.log(`peak: ${peak.toFixed(0)} answers/s with ${PEAK_CLIENTS} clients`);
  process.exitCode = report(await soak(draw, SHARE * peak));
} finally {
  await server.stop();
  await stopDatabase(environment);
}

/** Draws of all questions that the benchmark has, one after the other. */
async function drawOfAll() {
  const driver = openDriver(database);
  const world = await readWorld(driver, options.seed, ...(await aCursor(server)));
  await driver.close();
  const draws = CASES.filter(({ ask }) => ask['imr'] !== undefined).map((one) =>
    questionsOf(one, server, world, options.seed),
  );
  let at = 0;
  return () => /** @type {() => any} */ (draws[at++ % draws.length])();
}

/**
 * @param {() => any} draw
 * @param {number} rate questions a second
 */
async function soak(draw, rate) {
  const stop = new AbortController();
  let tally = newTally();
  const load = { clients: CLIENTS, rate, signal: stop.signal, tally: () => tally };
  const asking = askSteadily(server, draw, load);
  const changing = changeAgainAndAgain(stop.signal);
  const minutes = [];
  for (let minute = 1; minute <= Number(values.minutes); minute++) {
    await sleep(60_000);
    const told = minuteOf(tally);
    tally = newTally();
    minutes.push(told);
    console.log(`minute ${minute}: ${describe(told)}`);
  }
  stop.abort();
  await asking;
  const changes = await changing;
  return { rate, minutes, changes };
}

/** @typedef {ReturnType<typeof minuteOf>} Minute */

/** @param {import('./soak/load.js').Tally} tally */
function minuteOf({ answers, errors, firstError, milliseconds }) {
  const sorted = milliseconds.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  const rss = (/** @type {number} */ pid) => (memoryOf(pid)?.rss ?? NaN) / 1e6;
  return {
    answers,
    errors,
    firstError,
    p50: at(0.5),
    p99: at(0.99),
    api: rss(server.pid),
    neo4j: rss(database.pid),
  };
}

/** @param {Minute} minute */
function describe({ answers, errors, firstError = '', p50, p99, api, neo4j }) {
  return `${(answers / 60).toFixed(0)} answers/s, ${errors} errors ${firstError}, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, server ${api.toFixed(0)} MB, Neo4j ${neo4j.toFixed(0)} MB`;
}

/**
 * Adds a letter, and takes away the oldest that it added when there are many; until the signal, then all of them.
 * @param {AbortSignal} signal
 */
async function changeAgainAndAgain(signal) {
  /** @type {string[]} */
  const added = [];
  const changes = { made: 0, failed: /** @type {string[]} */ ([]) };
  const make = async (/** @type {string} */ query, /** @type {object} */ variables) => {
    const response = await fetch(server.server, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = /** @type {any} */ (await response.json());
    if (errors) changes.failed.push(JSON.stringify(errors).slice(0, 200));
    else changes.made++;
    return data;
  };
  const remove = (/** @type {string | undefined} */ id) =>
    make('mutation ($id: ID!) { removeCase(id: $id) { __typename } }', { id });
  for (let number = options.letters + 1; !signal.aborted; number++) {
    const { text } = generateLetter(number, /** @type {any} */ ({ seed: 1, noise: 0 }));
    const data = await make(
      'mutation ($text: String!) { ingestLetter(input: { text: $text }) { ... on WrittenCase { case { id } } } }',
      { text },
    );
    const id = data?.ingestLetter?.case?.id;
    if (id) added.push(id);
    if (added.length > MOST_ADDED) await remove(added.shift());
    await sleep(CHANGE_EVERY, undefined, { signal }).catch(() => undefined);
  }
  for (const id of added) await remove(id);
  return changes;
}

/** @param {Awaited<ReturnType<typeof soak>>} told @returns {number} exit code */
function report({ rate, minutes, changes }) {
  const errors = minutes.reduce((sum, minute) => sum + minute.errors, 0) + changes.failed.length;
  const answers = minutes.reduce((sum, minute) => sum + minute.answers, 0);
  const counted = minutes.slice(WARM_UP);
  const third = Math.floor(counted.length / 3);
  const mean = (/** @type {Minute[]} */ some, /** @type {'api' | 'neo4j'} */ of) =>
    some.reduce((sum, minute) => sum + minute[of], 0) / some.length;
  const growth = (/** @type {'api' | 'neo4j'} */ of) =>
    third === 0 ? NaN : mean(counted.slice(-third), of) / mean(counted.slice(0, third), of) - 1;
  const [api, neo4j] = [growth('api'), growth('neo4j')];
  console.log(
    `${answers} answers in ${minutes.length} minutes at ${rate.toFixed(0)}/s, ${changes.made} changes, ${errors} errors ${changes.failed[0] ?? ''}`,
  );
  const told = [api, neo4j].map((share) => `${(100 * share).toFixed(1)} %`);
  console.log(
    `memory from the first third after ${WARM_UP} minutes to the last: server ${told[0]}, Neo4j ${told[1]}`,
  );
  return errors > 0 || api > MOST_GROWTH || neo4j > MOST_GROWTH ? 1 : 0;
}
