// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs in the measured process (not in its worker threads) and says at its end how much memory it took at most. */
const TELL_PEAK = `import { isMainThread } from 'node:worker_threads';
import { writeSync } from 'node:fs';
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;
const REJECTED = 2;

/**
 * Runs `imr` as a process of its own; what it prints is read and dropped, as a pipe to another program would.
 * @param {string} root a built checkout
 * @param {readonly string[]} words
 * @returns {Promise<{ peak: number, seconds: number }>} largest resident memory in bytes; time from start to end
 */
export async function runImr(root, words) {
  const start = process.hrtime.bigint();
  const preload = `data:text/javascript,${encodeURIComponent(TELL_PEAK)}`;
  const child = spawn(process.execPath, ['--import', preload, join(root, 'bin/imr.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, output, complaints, told] = child.stdio;
  let peak = '';
  let complaint = '';
  output?.resume();
  /** @type {import('node:stream').Readable} */ (complaints).on(
    'data',
    (some) => (complaint = `${complaint}${some}`.slice(-2000)),
  );
  /** @type {import('node:stream').Readable} */ (told).on('data', (some) => (peak += some));
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0 && code !== REJECTED) throw new Error(`imr ${words[0]} ended with ${code}: ${complaint}`);
  return { peak: Number(peak) * 1024, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

/**
 * Whether a command of this version has an option; an older version may lack the option or the command.
 * @param {string} root
 * @param {string} command
 * @param {string} option
 */
export function hasOption(root, command, option) {
  const help = spawnSync(process.execPath, [join(root, 'bin/imr.js'), command, '--help'], {
    encoding: 'utf8',
  });
  return help.status === 0 && help.stdout.includes(option);
}
