// @ts-check
/** Processes that the benchmark starts, and what Linux tells of them. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Ticks a second of /proc/PID/stat: 100 on every Linux that Node runs on. */
const TICKS = 100;
/** In milliseconds: a server that has not ended by then is killed. It may have to stop an engine of many letters. */
const STOP_PATIENCE = 120_000;

/**
 * @typedef {{ pid: number, url: string, port: number, startMs: number, stop: () => Promise<void> }} Server
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a server that prints `ready URL`.
 * @param {readonly string[]} args of node
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Server>}
 */
export function startServer(args, environment) {
  const start = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.once('exit', () => running.delete(child));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
    await ended;
    clearTimeout(late);
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with code ${code} before it was ready`)));
    child.stdout.on('data', (data) => {
      printed += data;
      const url = /^ready (\S+)$/m.exec(printed)?.[1];
      if (url === undefined || child.pid === undefined) return;
      child.stdout.removeAllListeners('data').resume();
      resolve({
        pid: child.pid,
        url,
        port: Number(new URL(url).port),
        startMs: performance.now() - start,
        stop,
      });
    });
  });
}

/**
 * Runs a command to its end.
 * @param {readonly string[]} args of node
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<{ output: string, seconds: number }>}
 */
export function runNode(args, environment = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve({ output, seconds: (performance.now() - start) / 1000 });
      else reject(new Error(`node ${args.join(' ')} ended with code ${code}`));
    });
  });
}

/**
 * Memory of a process in bytes: now, and at most so far; undefined where there is no /proc.
 * @param {number} pid
 */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const of = (/** @type {string} */ name) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024;
    return { rss: of('VmRSS'), peak: of('VmHWM') };
  } catch {
    return undefined;
  }
}

/**
 * Processor time of a process so far, in seconds; NaN where there is no /proc.
 * @param {number} pid
 */
export function processorSeconds(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return NaN;
  }
}
