// @ts-check
/** The corpus: invented letters of a seed, in the graph of a data directory. Loaded once; a second run finds it there, or what was loaded by hand. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../accuracy/letters.js';
import { hasOption } from '../speed/imr.js';
import { sha256 } from '../../dist/common/hash.js';
import { generateLetter } from '../../dist/generate/generate.js';
import { IMR, openDriver, rowsOf, startDatabase } from './database.js';
import { runNode } from './processes.js';

/** @typedef {{ letters: number, seed: number, by: string, seconds?: number, report?: string }} Loaded seconds: undefined when nobody knows */

/** Letters where --letters does not say how many, and no graph does. */
export const LETTERS = 10_000;
/** Of the letters of a seed, so many are looked for in a graph that was loaded by hand. */
const LOOKED_FOR = 20;

const marker = (/** @type {string} */ data) => join(data, 'bench.json');

/**
 * @param {string} data
 * @returns {Loaded | undefined}
 */
function loadedInto(data) {
  return existsSync(marker(data)) ? JSON.parse(readFileSync(marker(data), 'utf8')) : undefined;
}

/**
 * @param {import('./options.js').Options} options
 * @param {NodeJS.ProcessEnv} environment of engineEnvironment
 * @returns {Promise<Loaded>}
 */
export async function loadCorpus({ data, letters, seed, report }, environment) {
  const there =
    loadedInto(data) ?? (isLoaded(data) ? await adopt(data, seed, report, environment) : undefined);
  const isAsked = (letters === undefined || there?.letters === letters) && there?.seed === seed;
  if (there && !isAsked)
    throw new Error(
      `${data} holds ${there.letters} letters of seed ${there.seed}: name another folder by --data.`,
    );
  const loaded = there ?? (await load(letters ?? LETTERS, seed, environment));
  writeFileSync(marker(data), JSON.stringify(loaded));
  return loaded;
}

/** @param {string} data */
const isLoaded = (data) => existsSync(join(data, 'data', 'databases', 'neo4j'));

/**
 * What a graph holds that `imr load` or `imr ingest` made before.
 * @param {string} data
 * @param {number} seed
 * @param {string | undefined} report file with what the load printed
 * @param {NodeJS.ProcessEnv} environment of engineEnvironment
 * @returns {Promise<Loaded>}
 */
async function adopt(data, seed, report, environment) {
  const driver = openDriver(await startDatabase(data, environment));
  try {
    const hashes = Array.from({ length: LOOKED_FOR }, (_, i) =>
      sha256(Buffer.from(generateLetter(i + 1, /** @type {any} */ ({ seed, noise: 1 })).text)),
    );
    const [found] = await rowsOf(
      driver,
      'MATCH (d:Document) WHERE d.sha256 IN $hashes RETURN count(*) AS there',
      { hashes },
    );
    const [count] = await rowsOf(driver, 'MATCH (:Case) RETURN count(*) AS cases');
    if (found?.['there'] !== LOOKED_FOR || count?.['cases'] < LOOKED_FOR)
      throw new Error(`${data} holds another graph than that of generated letters of seed ${seed}.`);
    const said = report && told(readFileSync(report, 'utf8'));
    // Of very many letters some have the number of another, whose place they take.
    const letters = (said && said.letters) || count?.['cases'];
    const by = `imr load --bulk --generate ${letters} --seed ${seed}`;
    return { by, ...said, letters, seed };
  } finally {
    await driver.close();
  }
}

/** What a load printed, and the letters and seconds that it says. @param {string} text */
function told(text) {
  const letters = Number(/^(\d+) files:/m.exec(text)?.[1]);
  const seconds = Number(/^([\d.]+) s \(/m.exec(text)?.[1]);
  return { report: text.trim(), ...(letters > 0 && { letters }), ...(seconds > 0 && { seconds }) };
}

/**
 * @param {number} letters
 * @param {number} seed
 * @param {NodeJS.ProcessEnv} environment
 */
function load(letters, seed, environment) {
  return hasOption(PROJECT, 'load', '--bulk')
    ? byBulk(letters, seed, environment)
    : byIngest(letters, seed, environment);
}

/**
 * @param {number} letters
 * @param {number} seed
 * @param {NodeJS.ProcessEnv} environment
 */
async function byBulk(letters, seed, environment) {
  const words = ['load', '--bulk', '--generate', String(letters), '--seed', String(seed)];
  const { seconds, output } = await runNode([IMR, ...words], environment);
  return { letters, seed, by: `imr ${words.join(' ')}`, seconds, report: output.trim() };
}

/**
 * @param {number} letters
 * @param {number} seed
 * @param {NodeJS.ProcessEnv} environment
 */
async function byIngest(letters, seed, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'imr-bench-letters-'));
  try {
    await runNode([IMR, 'generate', '--letters', String(letters), '--seed', String(seed), '--out', folder]);
    const { seconds } = await runNode([IMR, 'ingest', folder], environment);
    return { letters, seed, by: 'imr ingest', seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
