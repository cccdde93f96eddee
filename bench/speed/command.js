// @ts-check
import { join } from 'node:path';
import { fill, lettersAtHand } from './folders.js';
import { hasOption, runImr } from './imr.js';

/** Enough for the start of the process, a third of a second, not to be what is measured. */
const LETTERS = /** @type {const} */ ({ '.txt': 4000, '.pdf': 206 });
const WORKERS = [1, 2];

/**
 * `imr parse` of a folder as a user runs it, start and printing included.
 * @param {string} version
 * @param {string} root a built checkout
 * @param {string} folder for the letters, which are put there if they are not yet
 * @returns {import('./rounds.js').Task[]}
 */
export function commandTasks(version, root, folder) {
  const workers = hasOption(root, 'parse', '--workers') ? WORKERS.map((n) => ['--workers', String(n)]) : [[]];
  return /** @type {const} */ (['.txt', '.pdf']).flatMap((form) =>
    workers.map((words) => ({
      name: `${version}: imr parse ${[...words, form].join(' ')}`,
      unit: 'letters',
      run: async () => {
        await runImr(root, ['parse', '--format', 'jsonl', ...words, join(folder, form)]);
        return LETTERS[form];
      },
    })),
  );
}

/** @param {string} folder */
export function fillForCommand(folder) {
  for (const form of /** @type {const} */ (['.txt', '.pdf']))
    fill(join(folder, form), lettersAtHand(form).paths, LETTERS[form]);
}
