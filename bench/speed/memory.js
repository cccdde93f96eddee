// @ts-check
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { columns } from '../accuracy/print.js';
import { fill, lettersAtHand } from './folders.js';
import { runImr } from './imr.js';

/**
 * The most memory that `imr parse` takes for folders of growing size: flat, when it reads them as a stream.
 * @param {string} root a built checkout
 * @param {string} folder to work in
 * @param {readonly number[]} sizes letters a folder
 */
export async function memoryTable(root, folder, sizes) {
  /** @type {(string | number)[][]} */
  const rows = [['letters', 'peak MB', 'seconds', 'letters/s']];
  for (const size of sizes) {
    const letters = join(folder, `memory-${size}`);
    fill(letters, lettersAtHand('.txt').paths, size);
    const { peak, seconds } = await runImr(root, ['parse', '--format', 'jsonl', letters]);
    rmSync(letters, { recursive: true });
    rows.push([size, Math.round(peak / 1e6), Number(seconds.toFixed(1)), Math.round(size / seconds)]);
  }
  return columns(rows);
}
