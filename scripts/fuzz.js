// @ts-check
/** Sends the API requests at random for some time, and tells whether it ever failed. See docs/fuzzing.md. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';

const PROJECT = new URL('..', import.meta.url).pathname;

/** Seconds to start the engine, which may fetch it, and to read the sample letters; and until a request is given up. */
const START = 300;
const PATIENCE = 60;

/** The part of the time that goes to mutations. */
const WRITING = 0.1;
const TOKEN = 'a-token-of-the-fuzzer';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '50' },
    schemathesis: { type: 'string', default: 'schemathesis' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'imr-fuzz-'));
const log = join(folder, 'server.log');
const answers = join(folder, 'answers.jsonl');
const server = startServer();
try {
  const url = await urlOf(server);
  const minutes = Number(options.minutes);
  const found = [
    ...(await fuzz(url, 'Query', minutes * (1 - WRITING))),
    // Last, for they take away the letters that queries find.
    ...(await fuzz(url, 'Mutation', minutes * WRITING)),
  ];
  const problems = [...found, ...failuresOf(readLines(answers)), ...loggedFailures()];
  report(readLines(answers), problems);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  if (server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`The log and the answers are in ${folder}.`);
}

/** A server and an engine on data of their own, with the sample letters. */
function startServer() {
  const errors = openSync(log, 'w');
  const environment = { ...process.env };
  // Never a database that somebody uses.
  delete environment.NEO4J_URI;
  const child = spawn(process.execPath, [join(PROJECT, 'bin/imr.js'), 'start'], {
    stdio: ['ignore', 'pipe', errors],
    env: {
      ...environment,
      PORT: '0',
      HOST: '127.0.0.1',
      IMR_DATA_DIR: join(folder, 'data'),
      WRITE_TOKEN: TOKEN,
    },
  });
  closeSync(errors);
  return child;
}

/**
 * @param {ReturnType<typeof startServer>} child
 * @returns {Promise<string>} where it answers
 */
async function urlOf(child) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no server after ${START} s; see ${log}`)), START * 1000);
    let said = '';
    child.stdout?.on('data', (words) => {
      said += words;
      const [, url] = /^ready (\S+)$/m.exec(said) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      done(url);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}; see ${log}`)));
  });
}

/**
 * @param {string} url
 * @param {'Query' | 'Mutation'} type
 * @param {number} minutes
 * @returns {Promise<string[]>} what is wrong, in words
 */
async function fuzz(url, type, minutes) {
  const words = [
    ...['--config-file', join(PROJECT, 'scripts/fuzz/schemathesis.toml'), '--no-color', 'run', url],
    ...['--checks', 'nothing_failed,errors_tell_nothing_of_the_inside', '--continue-on-failure'],
    ...['--phases', 'fuzzing,stateful', '--mode', 'all', '--generation-database', 'none'],
    ...['--max-time', String(Math.ceil(minutes * 60)), '--seed', options.seed],
    ...['--rate-limit', `${options.rate}/s`, '--request-timeout', String(PATIENCE), '--workers', '1'],
    ...['--include-name-regex', `^${type}\\.`, '--header', `Authorization: Bearer ${TOKEN}`],
    ...['--suppress-health-check', 'all', '--warnings', 'off'],
  ];
  const child = spawn(options.schemathesis, words, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      SCHEMATHESIS_HOOKS: 'checks',
      PYTHONPATH: join(PROJECT, 'scripts/fuzz'),
      PYTHONDONTWRITEBYTECODE: '1',
      IMR_FUZZ_ANSWERS: answers,
    },
  });
  const [code] = await once(child, 'exit');
  return code === 0 ? [] : [`schemathesis ended with ${code} on ${type}: its report is above`];
}

/**
 * @typedef {{ operation: string, status: number, codes: string[], seconds: number }} Answer
 * @param {Answer[]} all
 */
function failuresOf(all) {
  const failed = all.filter(({ status, codes }) => status >= 500 || codes.includes('INTERNAL_SERVER_ERROR'));
  const isTooFew = all.filter(({ codes }) => codes.length === 0).length < all.length / 20;
  return [
    ...(failed.length > 0 ? [`${failed.length} requests failed`] : []),
    ...(isTooFew ? ['fewer than one request in 20 was answered without an error: this tests little'] : []),
  ];
}

/** What the server logged as its own failure. */
function loggedFailures() {
  const ERROR = 50;
  const failed = readLines(log).filter((line) => line.level >= ERROR);
  return failed.length > 0
    ? [`${failed.length} errors are in the log, the first: ${JSON.stringify(failed[0])}`]
    : [];
}

/**
 * @param {Answer[]} all
 * @param {string[]} problems
 */
function report(all, problems) {
  const seconds = all.map((answer) => answer.seconds).sort((a, b) => a - b);
  console.log(`\n${all.length} requests in ${options.minutes} minutes, seed ${options.seed}`);
  console.log(`  by status: ${counts(all.map(({ status }) => String(status)))}`);
  console.log(`  by code: ${counts(all.flatMap(({ codes }) => (codes.length > 0 ? codes : ['none'])))}`);
  console.log(
    `  slowest: ${seconds.at(-1) ?? 0} s; 99 of 100 within ${seconds[Math.floor(seconds.length * 0.99)] ?? 0} s`,
  );
  console.log(
    problems.length > 0 ? problems.map((problem) => `FAILED: ${problem}`).join('\n') : 'nothing failed',
  );
}

/** @param {string[]} words */
function counts(words) {
  const tally = new Map();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  return [...tally]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

/**
 * @param {string} path of JSON lines; of others, what a process wrote besides, nothing is made
 * @returns {any[]}
 */
function readLines(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}
