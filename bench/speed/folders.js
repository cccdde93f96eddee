// @ts-check
import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { PROJECT, PUBLISHED } from '../accuracy/letters.js';

/**
 * The letters of one form: the published ones where they are at hand, else the samples.
 * @param {'.txt' | '.pdf'} form
 * @returns {{ from: string, paths: string[] }}
 */
export function lettersAtHand(form) {
  const published = below(join(PUBLISHED, '2016'), form);
  if (published.length > 0) return { from: 'the published letters of 2016', paths: published };
  return { from: 'the samples', paths: below(join(PROJECT, 'samples'), form) };
}

/**
 * @param {string} folder
 * @param {string} form
 */
function below(folder, form) {
  try {
    return readdirSync(folder)
      .filter((name) => extname(name) === form)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * A new folder of so many letters, the same ones again and again; they are links, so that it costs no space.
 * @param {string} folder
 * @param {readonly string[]} paths
 * @param {number} count
 */
export function fill(folder, paths, count) {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const path = paths[i % paths.length] ?? '';
    const copy = join(folder, `${String(i).padStart(6, '0')}-${basename(path)}`);
    try {
      linkSync(path, copy);
    } catch {
      copyFileSync(path, copy); // another file system, or too many links of one file
    }
  }
}
