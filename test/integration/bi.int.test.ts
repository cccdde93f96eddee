import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { hasEnded, signalProcess } from '../../src/common/process.js';
import { runningPostgres, stopPostgres } from '../../src/postgres/server.js';
import { runCommand, startCommand, waitForOutput, type RunningCommand } from '../support/cli.js';
import { temporaryFolder } from '../support/settings.js';
import { emptyGraph } from '../support/graph.js';
import { Random } from '../../src/generate/random.js';
import { randomLetter } from '../support/random-letters.js';

const dataDir = temporaryFolder('bi');
const env = { IMR_DATA_DIR: dataDir };
const numberOf = (i: number) => `CM16-000000${i}`;

let graph: GraphClient;
let bi: RunningCommand;
let reader: string;

beforeAll(async () => {
  graph = await emptyGraph();
  await writeDeterminations(graph, [randomLetter(new Random(1), numberOf(1), 1)]);
  bi = startCommand(['bi', 'start'], env);
  const [, address = '', password = ''] = await waitForOutput(
    bi,
    /mart +postgres:\/\/imr_reader@(\S+), .*\npassword +(\S+) \(shown once\)/,
  );
  reader = `postgres://imr_reader:${password}@${address}`;
});

afterAll(async () => {
  bi.process.kill('SIGTERM');
  await bi.ended;
  const folder = runningPostgres(dataDir)?.folder;
  await stopPostgres(dataDir);
  for (const each of [folder, dataDir])
    if (each !== undefined) rmSync(each, { recursive: true, force: true });
});

async function casesInMart(): Promise<string[]> {
  const client = new pg.Client({ connectionString: reader });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ case_id: string }>('SELECT case_id FROM dim_case ORDER BY case_id');
    return rows.map((row) => row.case_id);
  } finally {
    await client.end();
  }
}

/** What is told once it is what is expected, or after a minute. */
async function eventually<Value>(told: () => Promise<Value>, expected: Value): Promise<Value | undefined> {
  let last: Value | undefined;
  for (let attempt = 0; attempt < 120; attempt++) {
    last = await told().catch(() => undefined);
    if (JSON.stringify(last) === JSON.stringify(expected)) return last;
    await sleep(500);
  }
  return last;
}

test('the mart follows what is written, is told of by `status`, and `check` finds both sides alike', async () => {
  expect(await casesInMart()).toEqual([numberOf(1)]);
  await writeDeterminations(graph, [randomLetter(new Random(2), numberOf(2), 2)]);
  expect(await eventually(casesInMart, [numberOf(1), numberOf(2)])).toEqual([numberOf(1), numberOf(2)]);
  const status = await runCommand(['bi', 'status'], env);
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect(status.stdout).toMatch(/^cases +2$/m);
  expect(status.stdout).toMatch(/^lag +0 changes/m);
  expect(await runCommand(['bi', 'check'], env)).toMatchObject({
    code: 0,
    stdout: 'mart and graph count alike\n',
  });
});

test('another `bi start` on the same mart is refused', async () => {
  const { code, stderr } = await runCommand(['bi', 'start'], env);
  expect(code).toBe(1);
  expect(stderr).toContain('MART_BUSY');
  expect(await casesInMart()).toHaveLength(2);
});

test('a PostgreSQL that is killed is started again, and the mart goes on', async () => {
  const postgres = runningPostgres(dataDir);
  if (postgres === undefined) throw new Error('No PostgreSQL runs.');
  signalProcess(postgres.process, 'SIGKILL');
  await hasEnded(postgres.process, 10_000);
  await writeDeterminations(graph, [randomLetter(new Random(3), numberOf(3), 3)]);
  const all = [1, 2, 3].map(numberOf);
  expect(await eventually(casesInMart, all)).toEqual(all);
});

test('a mart that is rebuilt on request holds the same', async () => {
  const before = await casesInMart();
  const { code } = await runCommand(['bi', 'rebuild'], env);
  expect(code).toBe(0);
  const lag = async () => /^lag +(.*)$/m.exec((await runCommand(['bi', 'status'], env)).stdout)?.[1];
  expect(await eventually(lag, '0 changes of the graph')).toBe('0 changes of the graph');
  expect(await casesInMart()).toEqual(before);
});

test('another password takes the place of the reader’s; no password is in a log', async () => {
  const former = reader;
  const { stdout } = await runCommand(['bi', 'password'], env);
  const [, password = ''] = /^password +(\S+) \(shown once\)$/m.exec(stdout) ?? [];
  await expect(casesInMart()).rejects.toThrow('password authentication failed');
  reader = former.replace(/:[^:@]+@/, `:${password}@`);
  expect(await casesInMart()).toHaveLength(3);
  expect(bi.written.stderr).not.toContain(password);
});

test('ends with its PostgreSQL', async () => {
  const postgres = runningPostgres(dataDir);
  bi.process.kill('SIGINT');
  expect(await bi.ended).not.toBe(1);
  expect(postgres).toBeDefined();
  expect(runningPostgres(dataDir)).toBeUndefined();
  const { code, stdout } = await runCommand(['bi', 'status'], env);
  expect({ code, stdout }).toEqual({ code: 3, stdout: 'not running\n' });
});
