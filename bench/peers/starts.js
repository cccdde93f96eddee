// @ts-check
/** From the start of a process to its answers. Files that were read before are in the memory of the system: nothing here is cold to the disk. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spread } from '../statistics.js';
import { peersInstalled, startNeo4jGraphql, startOurs } from './contestants.js';
import { engineEnvironment, startDatabase, stopDatabase } from './database.js';

/** Columns of a million cases are made in two minutes when nothing else goes on. */
const COLUMNS_PATIENCE = 1_200_000;
const OURS = {
  'first case': '{ cases(first: 1) { nodes { id findings { label item { name } } } } }',
  'first guidelines':
    '{ guidelineOutcomes(filter: { level: TOPIC, source: "ODG" }, first: 100) { nodes { findings } } }',
};
const THEIRS = {
  'first case': '{ cases(limit: 1, sort: [{ id: ASC }]) { id findings { label item { name } } } }',
};

/** @typedef {Record<string, number[]>} Seconds of what is measured */

/**
 * @param {import('./options.js').Options} options
 * @returns {Promise<Record<string, import('./measure.js').Spread>>} seconds
 */
export async function measureStarts({ data, memory, starts }) {
  const environment = engineEnvironment(data, memory);
  const kept = join(data, 'columns.snapshot');
  /** @type {Seconds} */
  const seconds = {};
  await stopDatabase(environment);
  rmSync(kept, { force: true });
  // Without a running engine, the server starts one of its own, and ends it.
  await start(
    'cold: `imr serve` with its engine, columns made anew',
    () => startOurs(environment),
    OURS,
    seconds,
    () => fileOf(kept),
  );
  for (let round = 0; round < starts; round++) {
    await stopDatabase(environment);
    const columns = existsSync(kept) ? 'columns from their file' : 'columns made anew (so few are not kept)';
    await start(
      `warm: \`imr serve\` with its engine, ${columns}`,
      () => startOurs(environment),
      OURS,
      seconds,
    );
    const database = await startDatabase(data, environment);
    await start('warm: `imr serve` over a running engine', () => startOurs(environment), OURS, seconds);
    if (peersInstalled())
      await start('@neo4j/graphql over a running engine', () => startPeer(database), THEIRS, seconds);
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, values]) => [name, spread(values)]));
}

/**
 * Waits for a file that is written beside everything else; not for ever, since few columns are not kept.
 * @param {string} file
 */
async function fileOf(file) {
  for (let i = 0; i < 300 && !existsSync(file); i++) await wait(100);
}

/** @param {import('./database.js').Database} database */
async function startPeer(database) {
  const [peer] = await startNeo4jGraphql(database);
  if (peer === undefined) throw new Error('no peer was started');
  return peer;
}

/**
 * @param {string} name
 * @param {() => Promise<import('./contestants.js').Contestant>} starting
 * @param {Record<string, string>} questions asked one after the other as soon as the server is ready
 * @param {Seconds} seconds
 * @param {() => Promise<void>} beforeEnd what the server is left to do before it is stopped
 */
async function start(name, starting, questions, seconds, beforeEnd = () => Promise.resolve()) {
  const begin = performance.now();
  const keep = (/** @type {string} */ what, /** @type {number} */ since) =>
    (seconds[`${name}: ${what}`] ??= []).push((performance.now() - since) / 1000);
  const server = await starting();
  try {
    keep('ready', begin);
    const asking = async () => {
      for (const [what, query] of Object.entries(questions)) {
        const before = performance.now();
        await patiently(server, { query });
        keep(what, before);
      }
    };
    const filling = async () => {
      if (server.name !== 'imr') return;
      await columnsReady(server);
      keep('columns hold all cases, since the start', begin);
    };
    await Promise.all([asking(), filling()]);
    await beforeEnd();
  } finally {
    console.log(`started: ${name}`);
    await server.stop();
  }
}

/**
 * Waits until our server answers analytics from its columns.
 * @param {import('./contestants.js').Contestant} ours
 */
export async function columnsReady({ server }) {
  const end = performance.now() + COLUMNS_PATIENCE;
  while (performance.now() < end) {
    const metrics = await (await fetch(new URL('/metrics', server))).text();
    if (/^imr_column_cases [1-9]/m.test(metrics)) return;
    await wait(50);
  }
  throw new Error('The columns were not ready in time.');
}

/**
 * The first question to an engine that has just started may take too long: it is asked again, until it is answered.
 * @param {import('./contestants.js').Contestant} contestant
 * @param {import('./cases/case.js').Operation} question
 * @returns {Promise<any>} what was told
 */
export async function patiently(contestant, question, tries = 12) {
  const asker = await contestant.open();
  try {
    return await asker.ask(contestant.prepare(question));
  } catch (error) {
    if (tries === 1) throw error;
    return await patiently(contestant, question, tries - 1);
  } finally {
    asker.close();
  }
}
