// @ts-check
/**
 * How long the mart takes over a graph that is there: to be made, to follow 1,000 letters, to answer its views, and what readers notice
 * of a load. `npm run bench:mart -- --data FOLDER [--readers 20]`, FOLDER being the data directory of a loaded graph (docs/bulk-load.md);
 * the graph is left as it was. The mart and its PostgreSQL are made for the run, and gone after it.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { toDetermination } from '../dist/corpus/read-determination.js';
import { peakMemory } from '../dist/common/process.js';
import { sha256 } from '../dist/common/hash.js';
import { readSettings } from '../dist/common/settings.js';
import { openDatabase } from '../dist/engine/database.js';
import { generateLetter } from '../dist/generate/generate.js';
import { GraphClient } from '../dist/graph/client.js';
import { toCaseRecord } from '../dist/graph/records.js';
import { removeCase } from '../dist/graph/removal.js';
import { LETTERS_AT_ONCE, writeDeterminations } from '../dist/graph/writer.js';
import { MartDatabase } from '../dist/mart/database.js';
import { MartLoader } from '../dist/mart/loader.js';
import { createReader, READER } from '../dist/mart/reader.js';
import { managedAccess } from '../dist/postgres/access.js';
import { obtainPostgres, stopPostgres } from '../dist/postgres/server.js';
import { machineLine } from './speed/machine.js';
import { spread } from './statistics.js';

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, readers: { type: 'string', default: '20' } },
});
if (options.data === undefined) throw new Error('--data names the data directory of a graph');

/** Letters that a graph of generated ones does not hold: of another seed, and of numbers beyond its own. */
const RECIPE = /** @type {any} */ ({ seed: 424242, noise: 1 });
const FIRST = 9_000_001;
const LETTERS = 1_000;
const ROUNDS = 5;

const machine = machineLine();
const graphServer = await openDatabase(readSettings({ IMR_DATA_DIR: resolve(options.data) }));
const graph = new GraphClient(graphServer, { timeout: 120_000 });
const martDir = mkdtempSync(join(tmpdir(), 'imr-mart-'));
const postgres = await obtainPostgres(martDir);
try {
  await measure(Number(options.readers));
} finally {
  await graph.close();
  await graphServer.close();
  await stopPostgres(martDir);
  rmSync(postgres.folder, { recursive: true, force: true });
  rmSync(martDir, { recursive: true, force: true });
}

/** @param {number} readers */
async function measure(readers) {
  const access = await managedAccess(postgres);
  const administration = await MartDatabase.open(access.administrator);
  const password = await createReader(administration);
  await administration.close();
  const { host, pathname } = new URL(access.loader);
  const readerUrl = `postgres://${READER}:${password}@${host}${pathname}`;
  const database = await MartDatabase.open(access.loader);
  const loader = await MartLoader.open(graph, database);
  console.log(machine);
  console.log(
    `built in ${await seconds(() => loader.build())} s; this process ${megabytes(process.pid)} MB at most`,
  );
  await tellSizes(database);
  await tellViews(readerUrl);
  await tellIncrements(loader);
  const reading = read(readerUrl, readers);
  await sleep(5_000);
  console.log(`built again in ${await seconds(() => loader.build())} s, while ${readers} readers asked`);
  const { asked, longest, errors } = await reading.stop();
  console.log(`they asked ${asked} times; longest wait ${longest.toFixed(0)} ms; ${errors} errors`);
  await database.close();
}

/** @param {MartDatabase} database */
async function tellSizes(database) {
  const [{ cases, size } = { cases: 0, size: '' }] = /** @type {{ cases: number, size: string }[]} */ (
    await database.runText(
      'SELECT cases, pg_size_pretty(pg_database_size(current_database())) AS size FROM imr.mart_state',
    )
  );
  console.log(`${cases} cases, ${size}`);
}

/** @param {string} url */
async function tellViews(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const file of readdirSync('sql/views').sort()) {
    const view = file.replace('.sql', '');
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      await client.query(`SELECT * FROM imr.${view}`);
      times.push(performance.now() - started);
    }
    const { min, median, max } = spread(times);
    console.log(`${view}: ${min.toFixed(0)} / ${median.toFixed(0)} / ${max.toFixed(0)} ms`);
  }
  await client.end();
}

/**
 * Letters that are new, then the same letters gone.
 * @param {MartLoader} loader
 */
async function tellIncrements(loader) {
  const letters = await newLetters();
  for (let start = 0; start < letters.length; start += LETTERS_AT_ONCE) {
    await writeDeterminations(graph, letters.slice(start, start + LETTERS_AT_ONCE));
  }
  console.log(`${LETTERS} letters more: followed in ${await seconds(() => loader.catchUp())} s`);
  for (const letter of letters) await removeCase(graph, toCaseRecord(letter).id);
  console.log(`${LETTERS} letters fewer: followed in ${await seconds(() => loader.catchUp())} s`);
}

/** Letters that the graph does not hold. */
async function newLetters() {
  const letters = [];
  for (let number = FIRST; letters.length < LETTERS; number++) {
    const { name, text } = generateLetter(number, RECIPE);
    const letter = await toDetermination({
      path: `${name}.txt`,
      sha256: sha256(text),
      bytes: Buffer.from(text),
    });
    if ('findings' in letter) letters.push(letter);
  }
  const ids = letters.map((letter) => toCaseRecord(letter).id);
  const known = await graph.read('read/cases-by-id', { ids });
  if (known.length > 0)
    throw new Error(`The graph holds ${known.length} of the letters that were to be new.`);
  return letters;
}

/**
 * Readers that ask a view again and again, each with a connection of its own.
 * @param {string} url
 * @param {number} count
 */
function read(url, count) {
  const told = { asked: 0, longest: 0, errors: 0 };
  let isOver = false;
  const ask = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (!isOver) {
      const started = performance.now();
      await client
        .query(`SELECT * FROM imr.guideline_outcomes WHERE level = 'SOURCE'`)
        .catch(() => (told.errors += 1));
      told.longest = Math.max(told.longest, performance.now() - started);
      told.asked += 1;
      await sleep(1_000);
    }
    await client.end();
  };
  const all = Promise.all(Array.from({ length: count }, ask));
  return {
    stop: async () => {
      isOver = true;
      await all;
      return told;
    },
  };
}

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const started = performance.now();
  await work();
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** @param {number} pid */
function megabytes(pid) {
  return Math.round((peakMemory(pid) ?? 0) / 1_000_000);
}
