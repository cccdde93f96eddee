// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A letter with its truth.
 * @typedef {object} Case
 * @property {string} id the set's name and the path below its folder, for example `samples/CM16-9900001.txt`
 * @property {string} set
 * @property {string} path of the letter
 * @property {import('./facts.js').LetterFacts & { readonly era?: string }} truth
 */

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The published letters, which are no part of the repository; the folder need not be there. */
export const PUBLISHED = resolve(PROJECT, process.env['IMR_LETTERS_DIR'] ?? '../shared/letters');

/** A letter may be there in several forms; the first one that is there is scored. */
const FORMS = ['.txt', '.pdf', '.html', '.docx'];
const TRUTH = '.expected.json';

/**
 * The letters of a folder, and of the folders in it, that have a truth file beside them.
 * @param {string} set
 * @param {string} folder
 * @param {readonly string[]} [forms] extensions, the preferred one first
 * @returns {Case[]} sorted by path
 */
export function casesIn(set, folder, forms = FORMS) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(TRUTH))
    .sort()
    .flatMap((name) => {
      const stem = join(folder, name.slice(0, -TRUTH.length));
      const path = forms.map((form) => stem + form).find(existsSync);
      const truth = () => JSON.parse(readFileSync(stem + TRUTH, 'utf8'));
      return path === undefined ? [] : [{ id: idOf(set, folder, path), set, path, truth: truth() }];
    });
}

/**
 * @param {string} set
 * @param {string} folder
 * @param {string} path
 */
function idOf(set, folder, path) {
  return [set, ...relative(folder, path).split(sep)].join('/');
}
