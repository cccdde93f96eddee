// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The generator, from wherever it is imported.
 * @typedef {object} Generator
 * @property {readonly string[]} ERAS
 * @property {(number: number, recipe: { seed: number, era: any, noise: number }) => Letter} generateLetter
 *
 * @typedef {{ name: string, text: string, expected: object }} Letter
 * @typedef {import('./letters.js').Case & { text: string }} GeneratedCase
 */

const SET = 'generated';
/** As much layout noise and as many typing errors as published letters have. */
const NOISE = 1;

/**
 * The generator of a built checkout.
 * @param {string} root
 * @returns {Promise<Generator>}
 */
export async function loadGenerator(root) {
  const load = (/** @type {string} */ module) =>
    import(pathToFileURL(join(root, 'dist/generate', module)).href);
  const [{ ERAS }, { generateLetter }] = await Promise.all([load('letter.js'), load('generate.js')]);
  return { ERAS, generateLetter };
}

/**
 * Generated letters, as many of each era: in their natural shares the rare eras would have too few to say anything.
 * @param {Generator} generator
 * @param {{ letters: number, seed: number }} recipe how many in all
 * @param {string} folder where their paths point to; nothing is written
 * @returns {GeneratedCase[]}
 */
export function generate({ ERAS, generateLetter }, { letters, seed }, folder) {
  const anEra = Math.ceil(letters / ERAS.length);
  return ERAS.flatMap((era) =>
    Array.from({ length: anEra }, (_, i) => {
      const { name, text, expected } = generateLetter(i + 1, { seed, era, noise: NOISE });
      const id = `${SET}/${name}.txt`;
      const truth = /** @type {GeneratedCase['truth']} */ (expected);
      return { id, set: SET, path: join(folder, `${name}.txt`), truth, text };
    }),
  );
}

/**
 * @param {readonly GeneratedCase[]} cases
 * @param {string} folder
 */
export function writeCases(cases, folder) {
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of cases) writeFileSync(path, text);
}
