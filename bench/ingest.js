// @ts-check
/**
 * How fast letters that are parsed go into a graph: as the product writes them, and with nothing but CREATE, in turn and each time into
 * the same emptied engine. `npm run bench:ingest [-- --letters 5000 --rounds 5]`; the first round warms up and is not counted.
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
import { writeCaseRecords } from '../dist/graph/writer.js';
import { writeBare } from './ingest/bare.js';
import { machineLine } from './speed/machine.js';
import { spread } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    letters: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    out: { type: 'string', default: 'bench/peers/results/ingest.json' },
  },
});
/** Letters of one transaction, as `imr ingest` has it. */
const AT_ONCE = 250;

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

/** @param {number} count */
async function readLetters(count) {
  const records = [];
  for (let number = 1; number <= count; number++) {
    const { name, text } = generateLetter(number, /** @type {any} */ ({ seed: 7, noise: 1 }));
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
  /** @type {{ whole: Figures[], bare: Figures[] }} */
  const figures = { whole: [], bare: [] };
  for (let round = 0; round <= rounds; round++) {
    await run('MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
    const whole = await timed(records, (part) => writeCaseRecords(client, part));
    // What letters share stays, so that the plain writing finds it.
    await run('MATCH (n:Case|Finding|Document) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
    const session = driver.session();
    const bare = await timed(records, (part) => writeBare(session, part));
    await session.close();
    if (round === 0) continue;
    figures.whole.push(whole);
    figures.bare.push(bare);
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
  for (let i = 0; i < records.length; i += AT_ONCE) await write(records.slice(i, i + AT_ONCE));
  const { user, system } = process.cpuUsage(node);
  return {
    rate: (1000 * records.length) / (performance.now() - start),
    node: (user + system) / 1000 / records.length,
    engine: (engineTime() - before) / records.length,
  };
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
 * @param {{ whole: Figures[], bare: Figures[] }} figures
 */
function report(letters, figures) {
  const [whole, bare] = [summary(figures.whole), summary(figures.bare)];
  const ratios = figures.whole.map(({ rate }, i) => rate / (figures.bare[i]?.rate ?? NaN));
  const result = { machine: machineLine(), letters, whole, bare, ratio: spread(ratios) };
  mkdirSync(join(options.out, '..'), { recursive: true });
  writeFileSync(options.out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
}

/** @param {Figures[]} figures */
function summary(figures) {
  return {
    lettersPerSecond: spread(figures.map(({ rate }) => rate)),
    nodeMillisecondsPerLetter: spread(figures.map(({ node }) => node)),
    engineMillisecondsPerLetter: spread(figures.map(({ engine }) => engine)),
  };
}
