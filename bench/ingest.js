// @ts-check
/**
 * How fast letters that are parsed go into a graph: as the product writes them, with nothing but CREATE, and by Neo4j's import tool, in
 * turn; the first two each time into the same emptied engine, the third into a new one. The graphs must be equal.
 * `npm run bench:ingest [-- --letters 5000 --rounds 5]`; the first round warms up and is not counted.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import { toDetermination } from '../dist/corpus/read-determination.js';
import { sha256 } from '../dist/common/hash.js';
import { readSettings } from '../dist/common/settings.js';
import { openDatabase } from '../dist/engine/database.js';
import { readState } from '../dist/engine/state.js';
import { generateLetter } from '../dist/generate/generate.js';
import { GraphClient } from '../dist/graph/client.js';
import { migrate } from '../dist/graph/migrations.js';
import { toCaseRecord } from '../dist/graph/records.js';
import { LETTERS_AT_ONCE, writeCaseRecords } from '../dist/graph/writer.js';
import { writeBare } from './ingest/bare.js';
import { importLetters } from './ingest/import-tool.js';
import { machineLine } from './speed/machine.js';
import { spread } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    letters: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    out: { type: 'string', default: 'bench/peers/results/ingest.json' },
  },
});
/** Of the letters, which are those of `imr load --bulk --generate LETTERS --seed 7`. */
const RECIPE = /** @type {any} */ ({ seed: 7, noise: 1 });
/** What plain CREATE does not make. */
const LEFT_OUT = ['QUOTES'];

/** Its load is that of others, before ours begins. */
const machine = machineLine();
const dataDir = mkdtempSync(join(tmpdir(), 'imr-ingest-'));
const database = await openDatabase(readSettings({ IMR_DATA_DIR: dataDir }));
const client = new GraphClient(database, { timeout: 120_000 });
const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password));
try {
  await migrate(client);
  await measure(await readLetters(Number(options.letters)), Number(options.rounds));
} finally {
  await driver.close();
  await client.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** @typedef {import('./ingest/bare.js').CaseRecord} CaseRecord */
/** @typedef {{ rate: number, node: number, engine: number }} Figures letters a second; milliseconds of processor time a letter */
/** @typedef {{ whole: Figures[], bare: Figures[], imported: { rate: number, indexed: number }[] }} Measured by round */

/** @param {number} count */
async function readLetters(count) {
  const records = [];
  for (let number = 1; number <= count; number++) {
    const { name, text } = generateLetter(number, RECIPE);
    const bytes = Buffer.from(text);
    const letter = await toDetermination({ path: `${name}.txt`, sha256: sha256(text), bytes });
    if ('findings' in letter) records.push(toCaseRecord(letter));
  }
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

/**
 * @param {readonly CaseRecord[]} records
 * @param {number} rounds
 */
async function measure(records, rounds) {
  /** @type {Measured} */
  const figures = { whole: [], bare: [], imported: [] };
  for (let round = 0; round <= rounds; round++) {
    await run('MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
    const whole = await timed(records, (part) => writeCaseRecords(client, part));
    const expected = await countKinds();
    // What letters share stays, so that the plain writing finds it.
    await run('MATCH (n:Case|Finding|Document) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
    const session = driver.session();
    const bare = await timed(records, (part) => writeBare(session, part));
    await session.close();
    refuseOther('plain CREATE', expected, await countKinds(), LEFT_OUT);
    const imported = await importLetters(Number(options.letters), RECIPE);
    refuseOther('the import tool', expected, imported.counts, []);
    console.log(
      `${round === 0 ? 'to warm up' : `round ${round}`}: ${[whole, bare, imported].map(({ rate }) => Math.round(rate)).join(', ')} letters/s`,
    );
    if (round === 0) continue;
    figures.whole.push(whole);
    figures.bare.push(bare);
    figures.imported.push(imported);
  }
  report(records.length, figures);
}

/**
 * @param {readonly CaseRecord[]} records
 * @param {(part: readonly CaseRecord[]) => Promise<unknown>} write
 * @returns {Promise<Figures>}
 */
async function timed(records, write) {
  const [before, node, start] = [engineTime(), process.cpuUsage(), performance.now()];
  for (let i = 0; i < records.length; i += LETTERS_AT_ONCE)
    await write(records.slice(i, i + LETTERS_AT_ONCE));
  const { user, system } = process.cpuUsage(node);
  return {
    rate: (1000 * records.length) / (performance.now() - start),
    node: (user + system) / 1000 / records.length,
    engine: (engineTime() - before) / records.length,
  };
}

/** @returns {Promise<Record<string, number>>} nodes and relationships of the engine, by kind */
async function countKinds() {
  const rows = /** @type {{ kind: string, count: number }[]} */ (await client.read('read/kind-counts'));
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

/**
 * @param {string} who
 * @param {Record<string, number>} expected
 * @param {Readonly<Record<string, number>>} made
 * @param {readonly string[]} leftOut
 */
function refuseOther(who, expected, made, leftOut) {
  const other = Object.keys(expected).filter(
    (kind) => !leftOut.includes(kind) && expected[kind] !== made[kind],
  );
  if (other.length === 0) return;
  const told = other.map((kind) => `${made[kind]} ${kind} instead of ${expected[kind]}`);
  throw new Error(`The graph of ${who} has ${told.join(', ')}.`);
}

/** Processor time of the engine's process in milliseconds, as Linux counts it: in hundredths of a second. */
function engineTime() {
  const pid = readState(dataDir)?.process.pid ?? 'self';
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** @param {string} text */
async function run(text) {
  const session = driver.session();
  await session.run(text);
  await session.close();
}

/**
 * @param {number} letters
 * @param {Measured} figures
 */
function report(letters, { whole, bare, imported }) {
  const times = (/** @type {{ rate: number }[]} */ others) =>
    spread(whole.map(({ rate }, i) => rate / (others[i]?.rate ?? NaN)));
  const result = {
    machine,
    letters,
    whole: summary(whole),
    bare: summary(bare),
    imported: {
      lettersPerSecond: spread(imported.map(({ rate }) => rate)),
      withIndexes: spread(imported.map(({ indexed }) => indexed)),
    },
    ofBare: times(bare),
    ofImported: times(imported),
  };
  mkdirSync(join(options.out, '..'), { recursive: true });
  writeFileSync(options.out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
  for (const [name, { median }, least] of /** @type {const} */ ([
    ['writing without change log and checks', result.ofBare, 1 / 2],
    ["the import tool's rate", result.ofImported, 1 / 3],
  ]))
    console.log(
      `${median.toFixed(2)} of ${name}: the aim is ${least.toFixed(2)}, ${median >= least ? 'met' : 'missed'}`,
    );
}

/** @param {Figures[]} figures */
function summary(figures) {
  return {
    lettersPerSecond: spread(figures.map(({ rate }) => rate)),
    nodeMillisecondsPerLetter: spread(figures.map(({ node }) => node)),
    engineMillisecondsPerLetter: spread(figures.map(({ engine }) => engine)),
  };
}
