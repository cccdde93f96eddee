// @ts-check
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const MOST_OUTPUT = 64 * 2 ** 20;

/** How to end what was started, the last first. @type {(() => Promise<void>)[]} */
const stops = [];

/** Ends what was started, whether that went well or not. */
export async function stopAll() {
  for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
}

/** @param {() => Promise<void>} stop */
export function atEnd(stop) {
  stops.push(stop);
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what it wrote
 */
export async function run(command, args, env = process.env) {
  const { stdout } = await promisify(execFile)(command, args, { env, maxBuffer: MOST_OUTPUT });
  return stdout;
}

/**
 * Starts a command that goes on until the end, and waits until it has written that it is ready.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, ready: RegExp, seconds: number }} options
 * @returns {Promise<string>} what it had written by then
 */
export async function start(command, args, { env, ready, seconds }) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      written += text;
    });
  for (const deadline = Date.now() + seconds * 1000; !ready.test(written); await setTimeout(200)) {
    if (child.exitCode !== null) throw new Error(`${command} ended:\n${written}`);
    if (Date.now() > deadline) throw new Error(`${command} was not ready in ${seconds} s:\n${written}`);
  }
  return written;
}
