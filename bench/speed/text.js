// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Letters a round: long enough for the clock, short enough for many rounds. */
const A_ROUND = 1000;

/**
 * Reading texts that are in memory already, on one core: each stage alone and both.
 * @param {string} version
 * @param {string} root a built checkout
 * @param {readonly string[]} paths text letters
 * @returns {Promise<import('./rounds.js').Task[]>}
 */
export async function textTasks(version, root, paths) {
  const { parseLetter } = await load(root, 'parse/parse-letter.js');
  const { normalise } = await load(root, 'normalise/normalise.js');
  const documents = paths.map((path) => ({
    source: { path, sha256: '0'.repeat(64), mediaType: 'text/plain', pages: 1 },
    text: readFileSync(path, 'utf8'),
  }));
  const letters = documents.map(parseLetter);
  return [
    task('parse', () => each(documents, parseLetter)),
    task('normalise', () => each(letters, normalise)),
    task('both', () =>
      each(documents, (/** @type {unknown} */ document) => normalise(parseLetter(document))),
    ),
  ].map(({ name, run }) => ({ name: `${version}: ${name}`, unit: 'letters', run }));
}

/**
 * @param {string} name
 * @param {() => number} run
 */
function task(name, run) {
  return { name, run };
}

/**
 * @param {readonly unknown[]} inputs
 * @param {(input: any) => unknown} work
 */
function each(inputs, work) {
  const times = Math.ceil(A_ROUND / inputs.length);
  for (let i = 0; i < times; i++) for (const input of inputs) work(input);
  return times * inputs.length;
}

/**
 * @param {string} root
 * @param {string} module
 */
function load(root, module) {
  return import(pathToFileURL(join(root, 'dist', module)).href);
}
