// @ts-check
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * What `imr parse` prints of a letter, less what is only long.
 * @typedef {import('./facts.js').LetterFacts & {
 *   readonly template: string,
 *   readonly source: { readonly path: string },
 *   readonly warnings: readonly { readonly code: string }[],
 * }} Parsed
 *
 * @typedef {object} Outcome
 * @property {Map<string, Parsed>} documents by absolute path
 * @property {Map<string, string>} rejections error code by absolute path
 */

/** Letters for one process: their paths must fit its command line. */
const AT_ONCE = 4000;
/** Fields that nothing here compares; without them 100,000 letters fit into memory. */
const LONG_FIELDS = new Set(['spans', 'span', 'clinicalSummary', 'rationale', 'raw']);
const REJECTED = 2;

/**
 * Runs a version's own command, so that two versions need only have that in common.
 * @param {string} root a built checkout
 * @param {readonly string[]} paths
 * @returns {Promise<Outcome>}
 */
export async function parseWith(root, paths) {
  /** @type {Outcome} */
  const outcome = { documents: new Map(), rejections: new Map() };
  for (let i = 0; i < paths.length; i += AT_ONCE) await run(root, paths.slice(i, i + AT_ONCE), outcome);
  return outcome;
}

/**
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {Outcome} outcome
 */
async function run(root, paths, { documents, rejections }) {
  const command = [join(root, 'bin/imr.js'), 'parse', '--format', 'jsonl', ...paths];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {string[]} */
  const complaints = [];
  const exit = new Promise((done, fail) => child.on('error', fail).on('close', done));
  await Promise.all([
    eachLine(child.stdout, (line) => {
      const document = /** @type {Parsed} */ (JSON.parse(line, withoutLongFields));
      documents.set(resolve(document.source.path), document);
    }),
    eachLine(child.stderr, (line) => {
      const [, code, path] = /^imr: ([A-Z_]+): (.+?): /.exec(line) ?? [];
      if (code && path) rejections.set(resolve(path), code);
      else complaints.push(line);
    }),
  ]);
  const code = await exit;
  if (code !== 0 && code !== REJECTED)
    throw new Error(`imr parse in ${root} ended with ${code}: ${complaints.join('\n')}`);
}

/**
 * @param {import('node:stream').Readable} input
 * @param {(line: string) => void} use
 */
async function eachLine(input, use) {
  for await (const line of createInterface({ input })) use(line);
}

/**
 * @param {string} key
 * @param {unknown} value
 */
function withoutLongFields(key, value) {
  return LONG_FIELDS.has(key) ? undefined : value;
}
