// @ts-check
/**
 * Makes 500 hostile documents, the corpus of test/hostile and seeded mutations of it and of the samples, has `imr parse` read them and sends
 * them to the API as uploads. Fails when anything but a reading or a known refusal comes of one. See docs/security.md.
 */
/* global AbortSignal */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { HOSTILE } from '../test/hostile/corpus.js';

const PROJECT = new URL('..', import.meta.url).pathname;
const TOKEN = 'a-token-of-the-hostile-documents';
/** Bytes that the API takes of a file; longer ones are for the command alone. */
const LONGEST_UPLOAD = 10_000_000;
/** Milliseconds in which an upload is answered, one way or another. */
const PATIENCE = 30_000;
const QUERY = 'query ($f: Upload) { parseLetter(upload: $f) { __typename ... on LetterRefusal { code } } }';

const { values: options } = parseArgs({
  options: { documents: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});

/** Numbers from 0 to below 1, the same for the same seed. @param {number} seed */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Bytes flipped, doubled, cut out, put elsewhere, or of another document. @param {Buffer} bytes @param {Buffer} other @param {() => number} random */
function mutated(bytes, other, random) {
  let result = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 6);
  for (let i = 0; i < times; i++) {
    const at = Math.floor(random() * result.length);
    const length = Math.floor(random() ** 3 * Math.min(result.length - at, 20_000));
    const part = result.subarray(at, at + length);
    const kind = Math.floor(random() * 5);
    if (kind === 0)
      for (let n = 0; n < 8; n++) result[Math.floor(random() * result.length)] = Math.floor(random() * 256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), part, part, result.subarray(at)]);
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (kind === 3)
      result = Buffer.concat([result.subarray(0, at), other.subarray(0, length), result.subarray(at)]);
    else
      result = Buffer.concat([
        result.subarray(0, at),
        Buffer.from(result.subarray(at).toString('latin1').replace(/\d+/, '4294967295'), 'latin1'),
      ]);
  }
  return result;
}

/** Writes the documents; returns their paths. @param {string} folder @param {number} count @param {number} seed */
function writeDocuments(folder, count, seed) {
  const random = randomOf(seed);
  const samples = readdirSync(join(PROJECT, 'samples'))
    .filter((name) => /\.(pdf|docx|txt)$/.test(name))
    .map((name) => ({ file: name, bytes: readFileSync(join(PROJECT, 'samples', name)) }));
  const corpus = HOSTILE.map(({ file, make }) => ({ file, bytes: make() }));
  const parents = [...samples, ...corpus.filter(({ bytes }) => bytes.length < 2_000_000)];
  const pick = () => parents[Math.floor(random() * parents.length)] ?? { file: '', bytes: Buffer.alloc(0) };
  const paths = [];
  for (let number = 0; number < count; number++) {
    const { file, bytes } = corpus[number] ?? pick();
    const path = join(folder, `${String(number).padStart(4, '0')}-${file}`);
    writeFileSync(path, number < corpus.length ? bytes : mutated(bytes, pick().bytes, random));
    paths.push(path);
  }
  return paths;
}

/** Most memory of a process so far, in megabytes. @param {number | undefined} pid */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Starts a command of `imr`, and keeps what it writes and its peak of memory. @param {string[]} args @param {NodeJS.ProcessEnv} env */
function start(args, env) {
  const child = spawn(process.execPath, [join(PROJECT, 'bin/imr.js'), ...args], {
    env: { ...process.env, ...env },
  });
  const run = { child, stdout: '', stderr: '', peak: 0 };
  child.stdout.on('data', (data) => (run.stdout += data));
  child.stderr.on('data', (data) => (run.stderr += data));
  const watch = setInterval(() => (run.peak = Math.max(run.peak, peakOf(child.pid))), 200);
  child.on('close', () => clearInterval(watch));
  return run;
}

/** @param {Map<string, number>} counts @param {string} code */
const count = (counts, code) => counts.set(code, (counts.get(code) ?? 0) + 1);

/** Has the command read them all. @param {string} folder */
async function parseAll(folder) {
  const run = start(['parse', '--format', 'jsonl', folder], {});
  const [code] = await once(run.child, 'close');
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const line of run.stdout.split('\n')) if (line.startsWith('{')) count(counts, 'READ');
  for (const line of run.stderr.split('\n'))
    if (line !== '') count(counts, /^imr: ([A-Z_]+): /.exec(line)?.[1] ?? `? ${line}`);
  return { code, counts, peak: run.peak };
}

/** Sends each as an upload. The API needs no graph for that. @param {readonly string[]} paths */
async function sendAll(paths) {
  const run = start(['serve'], {
    PORT: '0',
    NEO4J_URI: 'bolt://127.0.0.1:1',
    NEO4J_PASSWORD: 'none-is-there',
    WRITE_TOKEN: TOKEN,
    COLUMNS: 'off',
    LOG_LEVEL: 'warn',
  });
  while (!run.stdout.includes('ready ')) await once(run.child.stdout, 'data');
  const url = /ready (\S+)/.exec(run.stdout)?.[1] ?? '';
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const path of paths) count(counts, await send(url, path));
  const isAlive = run.child.exitCode === null;
  run.child.kill('SIGTERM');
  if (isAlive) await once(run.child, 'close');
  return { isAlive, counts, peak: run.peak };
}

/** What becomes of one. @param {string} url @param {string} path */
async function send(url, path) {
  const bytes = readFileSync(path);
  if (bytes.length > LONGEST_UPLOAD) return 'not sent';
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: QUERY, variables: { f: null } }));
  form.set('map', JSON.stringify({ file: ['variables.f'] }));
  form.set('file', new Blob([bytes]), `letter${extname(path)}`);
  const headers = { 'apollo-require-preflight': 'yes', authorization: `Bearer ${TOKEN}` };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: form,
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { data, errors } = await response.json();
    if (response.status >= 500 || errors)
      return `? ${response.status} ${errors?.[0]?.extensions?.code} ${path}`;
    return data.parseLetter.code ?? 'READ';
  } catch (error) {
    return `? ${error} ${path}`;
  }
}

/** @param {string} title @param {{ counts: Map<string, number>, peak: number }} did */
function tell(title, { counts, peak }) {
  console.log(`${title}: peak memory ${peak.toFixed(0)} MB`);
  for (const [code, number] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`  ${String(number).padStart(6)} ${code}`);
}

const folder = mkdtempSync(join(tmpdir(), 'imr-hostile-'));
try {
  const paths = writeDocuments(folder, Number(options.documents), Number(options.seed));
  const parsed = await parseAll(folder);
  tell(`imr parse, ended with ${parsed.code}`, parsed);
  const sent = await sendAll(paths);
  tell(`parseLetter, ${sent.isAlive ? 'still there' : 'GONE'} afterwards`, sent);
  const bad = [...parsed.counts.keys(), ...sent.counts.keys()].filter((code) =>
    /^\?|READER_FAILED/.test(code),
  );
  console.log(bad.length === 0 ? 'nothing failed' : `FAILED: ${bad.join('\n')}`);
  process.exitCode = bad.length > 0 || parsed.code !== 2 || !sent.isAlive ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
