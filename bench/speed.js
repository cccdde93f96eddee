// @ts-check
/** Measures how fast letters are read. See bench/README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from './accuracy/letters.js';
import { withRevision } from './revision.js';
import { commandTasks, fillForCommand } from './speed/command.js';
import { lettersAtHand } from './speed/folders.js';
import { hasOption, runImr } from './speed/imr.js';
import { machineLine } from './speed/machine.js';
import { memoryTable } from './speed/memory.js';
import { inTurn, rateTable } from './speed/rounds.js';
import { textTasks } from './speed/text.js';

/** Letters for one run of the generator. */
const GENERATED = 10_000;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'text,command,memory,generate' },
    rounds: { type: 'string', default: '5' },
    folders: { type: 'string', default: '1000,10000,50000' },
    base: { type: 'string' },
  },
});

/** @typedef {{ name: string, root: string }} Version */

/** @type {Record<string, (versions: readonly Version[], folder: string) => Promise<void>>} */
const PARTS = { text, command, memory, generate };
const rounds = Number(options.rounds);
const wanted = options.only.split(',');
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`Unknown part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);

console.log(machineLine());
const head = { name: 'head', root: PROJECT };
if (options.base === undefined) await measure([head]);
else await withRevision(PROJECT, options.base, (root) => measure([head, { name: options.base ?? '', root }]));

/** @param {readonly Version[]} versions */
async function measure(versions) {
  const folder = mkdtempSync(join(tmpdir(), 'imr-speed-'));
  try {
    for (const name of wanted) await PARTS[name]?.(versions, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly Version[]} versions */
async function text(versions) {
  const { from, paths } = lettersAtHand('.txt');
  const tasks = await Promise.all(versions.map(({ name, root }) => textTasks(name, root, paths)));
  console.log(`\nText in memory, one core, ${from}, ${rounds} rounds`);
  console.log(rateTable(await inTurn(tasks.flat(), rounds), { own: true }));
}

/**
 * @param {readonly Version[]} versions
 * @param {string} folder
 */
async function command(versions, folder) {
  fillForCommand(folder);
  const tasks = versions.flatMap(({ name, root }) => commandTasks(name, root, folder));
  const some = Math.min(rounds, 3);
  console.log(`\nimr parse as a process, ${lettersAtHand('.pdf').from}, ${some} rounds`);
  console.log(rateTable(await inTurn(tasks, some)));
}

/**
 * @param {readonly Version[]} versions
 * @param {string} folder
 */
async function memory(versions, folder) {
  for (const { name, root } of versions) {
    console.log(`\nMemory of imr parse, ${name}`);
    console.log(await memoryTable(root, folder, options.folders.split(',').map(Number)));
  }
}

/**
 * @param {readonly Version[]} versions
 * @param {string} folder
 */
async function generate(versions, folder) {
  const able = versions.filter(({ root }) => hasOption(root, 'generate', '--letters'));
  if (able.length === 0) return console.log('\nGenerator: skipped, there is no imr generate.');
  const out = join(folder, 'generated');
  const tasks = able.map(({ name, root }) => ({
    name: `${name}: imr generate`,
    unit: 'letters',
    run: async () => {
      await runImr(root, ['generate', '--letters', String(GENERATED), '--seed', '1', '--out', out]);
      rmSync(out, { recursive: true });
      return GENERATED;
    },
  }));
  console.log(`\nGenerator, ${GENERATED} letters, 1 round`);
  console.log(rateTable(await inTurn(tasks, 1)));
}
