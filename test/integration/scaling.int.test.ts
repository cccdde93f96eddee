import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import getPort from 'get-port';
import { KeyStore } from '../../src/access/keys.js';
import { projectFolder } from '../../src/common/project.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { startCommand, waitForOutput, type RunningCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';
import { temporaryFolder } from '../support/settings.js';
import { INGEST, REMOVE } from '../support/writing.js';

// Several starts of the API, on a machine that may be busy.
jest.setTimeout(300_000);

const folder = temporaryFolder('scaling');
const keys = new KeyStore(join(folder, 'keys'));
const keyOf = (role: 'reader' | 'admin') =>
  keys.make({ role, note: '', expiresAt: null, costPerMinute: null }).key;
const [reader, admin] = [keyOf('reader'), keyOf('admin')];

/** A process of the API, with its address and what started it. */
interface Process {
  readonly url: string;
  readonly command: RunningCommand;
}

let processes: Process[];
let balancer: string;
let stopBalancer: () => Promise<unknown>;

beforeAll(async () => {
  await writeDeterminations(await emptyGraph(), SMALL_CORPUS);
  const ports = [await freePort(), await freePort()];
  processes = await Promise.all(ports.map((port) => startProcess(port)));
  balancer = await startBalancer(ports);
});

afterAll(async () => {
  await Promise.all([stopBalancer(), ...processes.map(({ command }) => stop(command, 'SIGTERM'))]);
  rmSync(folder, { recursive: true, force: true });
});

const freePort = () => getPort({ host: '127.0.0.1' });

/** One of several behind a balancer, which finds the graph as one finds a cluster: by its routing table. */
async function startProcess(port: number): Promise<Process> {
  const command = startCommand(['serve'], {
    PORT: String(port),
    NEO4J_URI: (process.env.NEO4J_URI ?? '').replace('bolt:', 'neo4j:'),
    IMR_DATA_DIR: join(folder, String(port)),
    KEYS_DIR: join(folder, 'keys'),
    AUDIT_LOG: join(folder, 'audit.log'),
    TRUSTED_PROXIES: '1',
    DRAIN_SECONDS: '3',
  });
  const [, url = ''] = await waitForOutput(command, /^ready (http:\S+)\/graphql\n/m);
  return { url, command };
}

async function startBalancer([one, two]: readonly number[]): Promise<string> {
  const port = await freePort();
  const child = spawn('haproxy', ['-f', join(projectFolder, 'ops/haproxy/haproxy.cfg')], {
    env: {
      PATH: `${process.env.PATH}:/usr/sbin`,
      BALANCER_BIND: `127.0.0.1:${port}`,
      API_ONE: `127.0.0.1:${one}`,
      API_TWO: `127.0.0.1:${two}`,
    },
    stdio: 'ignore',
  });
  const over = once(child, 'exit');
  stopBalancer = () => {
    child.kill('SIGTERM');
    return over;
  };
  const url = `http://127.0.0.1:${port}`;
  while ((await statusOf(`${url}/readyz`)) !== 200) await sleep(50);
  return url;
}

async function stop({ process: child, ended: over }: RunningCommand, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await over;
}

const statusOf = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );

async function ask<Data>(url: string, key: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: Data; errors?: unknown };
  expect([response.status, body.errors]).toEqual([200, undefined]);
  return body.data as Data;
}

const QUESTION = '{ cases(first: 1) { totalCount } }';
/** The same in an address. */
const ASKED = `/graphql?query=${encodeURIComponent(QUESTION)}`;

const SEEN = `query ($id: ID!) {
  case(id: $id) { findings { decision } }
  cases(filter: { id: [$id] }) { totalCount }
  outcomes(groupBy: [PRIORITY]) { nodes { findings } }
}`;

interface Seen {
  readonly case: { readonly findings: object[] } | null;
  readonly cases: { readonly totalCount: number };
  readonly outcomes: { readonly nodes: readonly { readonly findings: number }[] };
}

test('what is written through one process is seen by the other at once: by id, in lists, in counts', async () => {
  const [one, two] = processes.map(({ url }) => url) as [string, string];
  const id = 'CM16-0999950';
  const counted = async (url: string) => {
    const seen = await ask<Seen>(url, reader, SEEN, { id });
    const findings = seen.outcomes.nodes.reduce((sum, node) => sum + node.findings, 0);
    return { isThere: seen.case !== null, listed: seen.cases.totalCount, findings };
  };
  const before = await counted(one);
  expect(before).toMatchObject({ isThere: false, listed: 0 });
  for (const [writing, reading] of Array.from({ length: 6 }, (_, i) => (i % 2 ? [one, two] : [two, one]))) {
    await ask(writing ?? '', admin, INGEST, { input: { text: letter2016({ caseNumber: id }) } });
    expect(await counted(reading ?? '')).toEqual({ isThere: true, listed: 1, findings: before.findings + 1 });
    await ask(reading ?? '', admin, REMOVE, { id });
    expect(await counted(writing ?? '')).toEqual(before);
  }
});

test('the balancer asks all of them, who see the address of who asks; a key that is revoked is refused by each', async () => {
  const key = keyOf('reader');
  await sleep(1_100);
  const before = await Promise.all(processes.map(answered));
  for (let i = 0; i < 6; i++) await ask(balancer, key, QUESTION);
  const after = await Promise.all(processes.map(answered));
  expect(after.every((count, i) => count > (before[i] ?? 0))).toBe(true);
  const [, id = ''] = /^imr_([^_]+)_/.exec(key) ?? [];
  keys.revoke(id);
  await sleep(1_100);
  for (const url of [balancer, ...processes.map((each) => each.url)]) {
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(url + ASKED, { headers })).status).toBe(401);
  }
});

/** How many questions a process has answered. */
async function answered({ url }: Process): Promise<number> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${reader}` } });
  const text = await response.text();
  const counts = text.matchAll(/^imr_http_request_seconds_count\{[^}]*route="\/graphql"[^}]*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Asks the balancer all the time while something happens. @returns how many answers were good, and what the others were */
async function askedDuring(work: () => Promise<void>): Promise<{ good: number; bad: number[] }> {
  const told = { good: 0, bad: [] as number[] };
  let isOver = false as boolean;
  const client = async () => {
    while (!isOver) {
      const status = await statusOf(balancer + ASKED);
      // Without a key: of interest is that one of the processes answered.
      if (status === 401) told.good++;
      else told.bad.push(status);
    }
  };
  const clients = Array.from({ length: 4 }, client);
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all(clients);
  }
  return told;
}

test('processes are replaced one after the other, and nobody notices', async () => {
  const told = await askedDuring(async () => {
    for (const [i, { url, command }] of [...processes.entries()]) {
      await stop(command, 'SIGTERM');
      processes[i] = await startProcess(Number(new URL(url).port));
      // Until the balancer takes it for ready.
      await sleep(2_500);
    }
  });
  expect(told.bad).toEqual([]);
  expect(told.good).toBeGreaterThan(100);
});

test('of a process that is killed only what it was answering is lost; the other one answers', async () => {
  const [first] = processes as [Process];
  const told = await askedDuring(async () => {
    await stop(first.command, 'SIGKILL');
    await sleep(3_000);
  });
  // As many as there are clients.
  expect(told.bad.length).toBeLessThanOrEqual(4);
  expect(told.good).toBeGreaterThan(100);
  processes[0] = await startProcess(Number(new URL(first.url).port));
});

test('when none is left, the balancer says 503', async () => {
  await Promise.all(processes.map(({ command }) => stop(command, 'SIGTERM')));
  expect(await statusOf(balancer + ASKED)).toBe(503);
});
