import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { runCommand, startCommand, startThroughNpm, waitForOutput } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph } from '../support/graph.js';
import { letter2016 } from '../support/letters.js';

const NO_DATABASE = { NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'a-secret-of-the-test' };

describe('imr ingest', () => {
  test('says what it did, and ends with 2 when a file was quarantined', async () => {
    await emptyGraph();
    const folder = folderOf({ 'a.txt': letter2016(), 'b.txt': '' });
    const { code, stdout, stderr } = await runCommand(['ingest', folder]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      `quarantined ${join(folder, 'b.txt')}: EMPTY_FILE: The file is empty.`,
      '2 files: 1 ingested, 0 updated, 0 unchanged, 1 quarantined',
      'graph: 1 cases, 1 findings (1 upheld, 0 overturned)',
      '',
    ]);
  });

  test('ends with 0 when every file is in the graph', async () => {
    await emptyGraph();
    const folder = folderOf({ 'a.txt': letter2016() });
    expect(await runCommand(['ingest', folder])).toMatchObject({ code: 0 });
    const { code, stdout } = await runCommand(['ingest', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('0 ingested, 0 updated, 1 unchanged, 0 quarantined');
  });

  test.each([
    ['a database that is down', { NEO4J_URI: 'CLOSED_PORT', ...NO_DATABASE }, 'DATABASE_UNAVAILABLE'],
    ['wrong credentials', { NEO4J_PASSWORD: 'a-secret-of-the-test' }, 'DATABASE_REFUSED'],
    ['no password', { NEO4J_PASSWORD: '' }, 'BAD_SETTING'],
    ['an address that is none', { NEO4J_URI: 'localhost:7687', ...NO_DATABASE }, 'BAD_SETTING'],
    ['a port that is none', { PORT: '99999' }, 'BAD_SETTING'],
  ])('with %s ends with 1 and a stable code, and tells no secret', async (_, env, expected) => {
    const closed = `bolt://127.0.0.1:${await closedPort()}`;
    const variables = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value === 'CLOSED_PORT' ? closed : value]),
    );
    const { code, stdout, stderr } = await runCommand(
      ['ingest', folderOf({ 'a.txt': letter2016() })],
      variables,
    );
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(new RegExp(`^imr: ${expected}: .+\\n$`));
    expect(stderr).not.toContain('a-secret-of-the-test');
  });
});

describe('imr remove', () => {
  test('removes what is there, and ends with 2 when something is not', async () => {
    await emptyGraph();
    await runCommand(['ingest', folderOf({ 'a.txt': letter2016() })]);
    expect(await runCommand(['remove', 'CM16-0999901'])).toEqual({
      code: 0,
      stdout: 'CM16-0999901: removed, with 1 findings\n',
      stderr: '',
    });
    expect(await runCommand(['remove', 'CM16-0999901'])).toMatchObject({
      code: 2,
      stdout: 'CM16-0999901: is not in the graph\n',
    });
  });
});

describe('imr', () => {
  test.each([
    [['ingest'], "missing required argument 'path'"],
    [['ingest', '--nope', '.'], "unknown option '--nope'"],
    [['parse', '--format', 'xml', '.'], 'Allowed choices are jsonl, json, table'],
    [['nonsense'], "unknown command 'nonsense'"],
  ])('%j is refused with 1, and says where help is', async (args, reason) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr).toContain('--help');
  });
});

describe('without NEO4J_URI', () => {
  const embedded = { NEO4J_URI: '', NEO4J_PASSWORD: '', NEO4J_USER: '', PORT: '0' };

  test('two first ingests at once share one engine, and the longer one outlives the shorter', async () => {
    const dataDir = join(folderOf({}), 'data');
    const letters = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `${i}.txt`,
        letter2016({ caseNumber: `CM16-${1_000_000 + i}` }),
      ]),
    );
    const folders = [folderOf({ 'a.txt': letter2016() }), folderOf(letters)];
    const env = { ...embedded, IMR_DATA_DIR: dataDir };
    const runs = await Promise.all(folders.map((folder) => runCommand(['ingest', folder], env)));
    expect(runs).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(runs[1]?.stdout).toContain('300 files: 300 ingested');
    expect(javaProcessesOf(dataDir)).toEqual([]);
  });

  test('imr start starts an engine with the samples, shares it with other commands, and leaves no process behind', async () => {
    const dataDir = join(folderOf({}), 'data');
    const env = { ...embedded, IMR_DATA_DIR: dataDir };
    const service = startCommand(['start'], env);
    const [, url = ''] = await waitForOutput(service, /^ready (http:\/\/127\.0\.0\.1:\d+\/graphql)\n/m);
    const cases = await countCases(url);
    expect(cases).toBeGreaterThan(0);

    const ingest = await runCommand(['ingest', folderOf({ 'a.txt': letter2016() })], env);
    expect(ingest).toMatchObject({ code: 0 });
    expect(await countCases(url)).toBe(cases + 1);

    // By itself it has asked for a letter, so that nobody has to wait until Neo4j has planned that.
    const metrics = await (await fetch(new URL('/metrics', url))).text();
    expect(metrics).toMatch(/imr_statement_seconds_count\{statement="read\/case-trees"\} [1-9]/);

    const [, browser = ''] = await waitForOutput(service, /^browser (.+)\n/m);
    expect((await fetch(browser)).status).toBe(200);

    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(143);
    expect(javaProcessesOf(dataDir)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow('fetch failed');

    const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
    expect(password.length).toBeGreaterThanOrEqual(16);
    const told = [
      service.written.stdout,
      service.written.stderr,
      ingest.stdout,
      ingest.stderr,
      logsOf(dataDir),
    ];
    expect(told.join('')).not.toContain(password);
    expect(service.written.stdout).toBe(`ready ${url}\nbrowser ${new URL(url).origin}/browser/start\n`);
  });

  test('imr start leaves no process behind when npm, which started it, is ended', async () => {
    const dataDir = join(folderOf({}), 'data');
    const service = startThroughNpm({ ...embedded, IMR_DATA_DIR: dataDir });
    await waitForOutput(service, /^ready /m);
    service.process.kill('SIGTERM');
    await service.ended;
    await waitUntil(() => javaProcessesOf(dataDir).length === 0);
    expect(service.written.stderr).not.toContain('while ending');
  });
});

async function countCases(url: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: '{ cases(first: 100) { nodes { id } } }' }),
  });
  const { data } = (await response.json()) as { data: { cases: { nodes: unknown[] } } };
  return data.cases.nodes.length;
}

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries === 300) throw new Error('waited for 30 seconds in vain');
    await sleep(100);
  }
}

function javaProcessesOf(dataDir: string): string[] {
  const commands = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    });
  return commands.filter((command) => command.includes(dataDir));
}

function logsOf(dataDir: string): string {
  const folder = join(dataDir, 'logs');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
