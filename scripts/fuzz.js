// @ts-check
/** Sends the API requests at random for some time, and tells whether it ever failed. See docs/fuzzing.md. */
import { execFileSync, spawn } from 'node:child_process';
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

/** @typedef {{ who: 'nobody' | 'reader' | 'admin', type: 'Query' | 'Mutation', time: number }} Part of the whole time, by who asks what */

/** Last those that take away the letters that queries find. @type {readonly Part[]} */
const PARTS = [
  { who: 'nobody', type: 'Query', time: 0.05 },
  { who: 'reader', type: 'Mutation', time: 0.05 },
  { who: 'reader', type: 'Query', time: 0.8 },
  { who: 'admin', type: 'Mutation', time: 0.1 },
];

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
const dataDir = join(folder, 'data');
const environment = environmentOfItsOwn();
const keys = { nobody: undefined, reader: makeKey('reader'), admin: makeKey('admin') };
const server = startServer();
try {
  const url = await urlOf(server);
  const minutes = Number(options.minutes);
  const problems = [];
  for (const part of PARTS) problems.push(...(await fuzz(url, part, minutes * part.time)));
  const all = readLines(answers);
  problems.push(...failuresOf(all), ...letIn(all), ...loggedFailures());
  report(all, problems);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  if (server.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`The log and the answers are in ${folder}.`);
}

/** Data of its own, and nobody let in without a key; never a database that somebody uses. */
function environmentOfItsOwn() {
  const none = { NEO4J_URI: '', WRITE_TOKEN: '', JWT_JWKS_URL: '', JWT_ISSUER: '', JWT_AUDIENCE: '' };
  const own = {
    IMR_DATA_DIR: dataDir,
    KEYS_DIR: join(dataDir, 'keys'),
    AUDIT_LOG: join(dataDir, 'audit.log'),
  };
  return { ...process.env, ...none, ...own, PORT: '0', HOST: '127.0.0.1', ANONYMOUS_READING: 'off' };
}

/** @param {string} role */
function makeKey(role) {
  const words = [join(PROJECT, 'bin/imr.js'), 'keys', 'make', '--role', role];
  return execFileSync(process.execPath, words, { env: environment, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A server and an engine with the sample letters. */
function startServer() {
  const errors = openSync(log, 'w');
  const child = spawn(process.execPath, [join(PROJECT, 'bin/imr.js'), 'start'], {
    stdio: ['ignore', 'pipe', errors],
    env: environment,
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
 * @param {Part} part
 * @param {number} minutes
 * @returns {Promise<string[]>} what is wrong, in words
 */
async function fuzz(url, { who, type }, minutes) {
  const key = keys[who];
  const words = [
    ...['--config-file', join(PROJECT, 'scripts/fuzz/schemathesis.toml'), '--no-color', 'run'],
    ...[join(PROJECT, 'schema/schema.graphql'), '--url', url],
    ...['--checks', 'nothing_failed,errors_tell_nothing_of_the_inside', '--continue-on-failure'],
    ...['--phases', 'fuzzing,stateful', '--mode', 'all', '--generation-database', 'none'],
    ...['--max-time', String(Math.ceil(minutes * 60)), '--seed', options.seed],
    ...['--rate-limit', `${options.rate}/s`, '--request-timeout', String(PATIENCE), '--workers', '1'],
    ...['--include-name-regex', `^${type}\\.`],
    ...(key === undefined ? [] : ['--header', `Authorization: Bearer ${key}`]),
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
      IMR_FUZZ_WHO: who,
    },
  });
  const [code] = await once(child, 'exit');
  return code === 0 ? [] : [`schemathesis ended with ${code} on ${type} by ${who}: its report is above`];
}

/**
 * @typedef {{ who: Part['who'], operation: string, status: number, codes: string[], told: boolean, seconds: number }} Answer
 * @param {Answer[]} all
 */
function failuresOf(all) {
  const failed = all.filter(({ status, codes }) => status >= 500 || codes.includes('INTERNAL_SERVER_ERROR'));
  const meant = all.filter(
    ({ who, operation }) => who === 'admin' || (who === 'reader' && /^Query/.test(operation)),
  );
  const isTooFew = meant.filter(({ codes }) => codes.length === 0).length < meant.length / 20;
  return [
    ...(failed.length > 0 ? [`${failed.length} requests failed`] : []),
    ...(isTooFew ? ['fewer than one request in 20 was answered without an error: this tests little'] : []),
  ];
}

/**
 * Who got what they may not have: data without a key, or a change without the role. The audit log tells of changes.
 * @param {Answer[]} all
 */
function letIn(all) {
  const strangers = all.filter(({ who, status, told }) => who === 'nobody' && (status !== 401 || told));
  const writers = all.filter(
    ({ who, operation, told }) => who === 'reader' && /^Mutation/.test(operation) && told,
  );
  const [, admin] = /^imr_([^_]+)_/.exec(keys.admin) ?? [];
  const changes = readLines(join(dataDir, 'audit.log'))
    .flatMap(({ by = [] }) => by)
    .filter((by) => by !== `key:${admin}`);
  return [
    ...(strangers.length > 0 ? [`${strangers.length} requests without a key were answered`] : []),
    ...(writers.length > 0 ? [`${writers.length} mutations of a reader were carried out`] : []),
    ...(changes.length > 0
      ? [`${changes.length} changes were made by ${[...new Set(changes)].join(', ')}`]
      : []),
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
  console.log(`  by who asked: ${counts(all.map(({ who }) => who))}`);
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
