// @ts-check
/** The corpus: invented letters of a seed, in the graph of a data directory. Loaded once; a second run finds it there. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../accuracy/letters.js';
import { hasOption } from '../speed/imr.js';
import { IMR } from './database.js';
import { runNode } from './processes.js';

/** @typedef {{ letters: number, seed: number, by: string, seconds: number, report?: string }} Loaded */

const marker = (/** @type {string} */ data) => join(data, 'bench.json');

/**
 * @param {string} data
 * @returns {Loaded | undefined}
 */
export function loadedInto(data) {
  return existsSync(marker(data)) ? JSON.parse(readFileSync(marker(data), 'utf8')) : undefined;
}

/**
 * @param {import('./options.js').Options} options
 * @param {NodeJS.ProcessEnv} environment of engineEnvironment
 * @returns {Promise<Loaded>}
 */
export async function loadCorpus({ data, letters, seed }, environment) {
  const there = loadedInto(data);
  if (there?.letters === letters && there.seed === seed) return there;
  if (there)
    throw new Error(
      `${data} holds ${there.letters} letters of seed ${there.seed}: name another folder by --data.`,
    );
  const loaded = hasOption(PROJECT, 'load', '--bulk')
    ? await byBulk(letters, seed, environment)
    : await byIngest(letters, seed, environment);
  writeFileSync(marker(data), JSON.stringify(loaded));
  return loaded;
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
