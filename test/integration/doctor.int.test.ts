import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { java } from '../../src/cli/doctor/engine.js';
import { documents } from '../../src/cli/doctor/beside.js';
import { examine, type Examined } from '../../src/cli/doctor/examination.js';
import { room } from '../../src/cli/doctor/machine.js';
import { readState, writeState } from '../../src/engine/state.js';
import { identify } from '../../src/common/process.js';
import type { GraphClient } from '../../src/graph/client.js';
import { migrate } from '../../src/graph/migrations.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { filesFolder, otherAccount } from '../../src/postgres/account.js';
import { startApi } from '../support/api.js';
import { runCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { folderOf } from '../support/folder.js';
import { emptyGraph, runCypher } from '../support/graph.js';
import { temporaryFolder } from '../support/settings.js';

const folder = temporaryFolder('doctor');
const dataDir = join(folder, 'data');
const before = { ...process.env };
let client: GraphClient;

beforeAll(async () => {
  client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
});

beforeEach(() => {
  process.env = { ...before, IMR_DATA_DIR: dataDir, PORT: '0' };
});

afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

/** What is found under these variables, by check. */
async function found(env: Record<string, string> = {}): Promise<Record<string, Examined | undefined>> {
  Object.assign(process.env, env);
  const all: Record<string, Examined> = {};
  for await (const examined of examine()) all[examined.check] = examined;
  return all;
}

/** Without a Neo4j of the user's own. */
const EMBEDDED = { NEO4J_URI: '', NEO4J_USER: '', NEO4J_PASSWORD: '' };

test('of a deployment that is well nothing is wrong, and the command ends with 0', async () => {
  const { code, stdout } = await runCommand(['doctor'], { IMR_DATA_DIR: dataDir, PORT: '0' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('failure'))).toEqual([]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ok {7}graph: answers: \d+ cases, \d+ findings$/m);
  expect(stdout).toMatch(/^ok {7}indexes: all online$/m);
  const asJson = await runCommand(['doctor', '--json'], { IMR_DATA_DIR: dataDir, PORT: '0' });
  const all = JSON.parse(asJson.stdout) as Examined[];
  expect(all.map(({ check }) => check)).toEqual(lines.map((line) => /^\w+ +([^:]+):/.exec(line)?.[1]));
});

test('the command ends with 1 when something is wrong, and tells no secret', async () => {
  const { code, stdout } = await runCommand(['doctor'], {
    IMR_DATA_DIR: dataDir,
    PORT: '0',
    NEO4J_PASSWORD: 'a-secret-of-the-test',
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^failure {2}graph: DATABASE_REFUSED: .+ -> set NEO4J_USER and NEO4J_PASSWORD/m);
  expect(stdout).not.toContain('a-secret-of-the-test');
});

describe('settings', () => {
  test.each([{ PORT: '99999' }, { LOG_LEVEL: 'loud' }, { IMR_ENGINE_HEAP: 'much' }, { NEO4J_PASSWORD: '' }])(
    '%j is named, and nothing else is looked at',
    async (env) => {
      const all = await found(env);
      expect(Object.keys(all)).toEqual(['settings']);
      expect(all['settings']).toMatchObject({
        state: 'failure',
        says: expect.stringContaining(Object.keys(env)[0] ?? '') as unknown,
      });
    },
  );
});

describe('the machine', () => {
  test('a data directory that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect((await found({ IMR_DATA_DIR: join(file, 'data') }))['data directory']?.state).toBe('failure');
  });

  test('a disk that is nearly full', async () => {
    expect(await room(folder, 1e18)).toMatchObject({
      state: 'failure',
      remedy: expect.stringContaining('room'),
    });
    expect(await room(folder, 0, 1e18)).toMatchObject({ state: 'warning' });
    expect(await room(folder, 0, 0)).toMatchObject({ state: 'ok' });
  });

  test('a password that others can read', async () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const password = join(dataDir, 'password');
    writeFileSync(password, 'secret', { mode: 0o600 });
    expect((await found())['secrets']?.state).toBe('ok');
    chmodSync(password, 0o644);
    expect((await found())['secrets']).toMatchObject({ state: 'failure', remedy: `chmod 600 ${password}` });
    rmSync(password);
    chmodSync(dataDir, 0o755);
    expect((await found())['secrets']).toMatchObject({ state: 'failure', remedy: `chmod 700 ${dataDir}` });
    chmodSync(dataDir, 0o700);
  });

  test('a port that another program has, or the API', async () => {
    const server = await listening();
    const { port } = server.address() as AddressInfo;
    expect((await found({ PORT: String(port) }))['port']).toMatchObject({
      state: 'failure',
      says: expect.stringContaining(String(port)) as unknown,
    });
    await new Promise((resolve) => server.close(resolve));
    expect((await found({ PORT: String(port) }))['port']?.state).toBe('ok');
    const api = await startApi(client);
    expect((await found({ PORT: String(api.port) }))['port']).toMatchObject({
      state: 'ok',
      says: expect.stringContaining('the API answers') as unknown,
    });
    expect((await found({ PORT: '80', HOST: '192.0.2.1' }))['port']?.state).toBe('failure');
  });
});

/** A program that takes connections and hangs up. */
function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

describe('the embedded engine', () => {
  test('no Java, or one that does not fit', async () => {
    const old = folderOf({ 'bin/java': '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n' });
    chmodSync(join(old, 'bin/java'), 0o755);
    expect(await java({ PATH: '' }, [])).toMatchObject({
      state: 'failure',
      says: expect.stringContaining('no Java'),
    });
    expect(await java({ PATH: '', JAVA_HOME: old }, [])).toMatchObject({
      state: 'failure',
      says: expect.stringContaining('is Java 11') as unknown,
      remedy: expect.stringContaining('install a Java runtime') as unknown,
    });
    expect((await java()).state).toBe('ok');
  });

  test('files that are not there, or not what was pinned', async () => {
    const all = await found({ ...EMBEDDED, IMR_CACHE_DIR: join(folder, 'cache') });
    expect(all['Neo4j']).toMatchObject({
      state: 'warning',
      says: expect.stringMatching(/^(\d+) of \1 files/),
    });
    expect(all['graph']).toMatchObject({ state: 'skipped' });
  });

  test('one whose process runs and does not answer', async () => {
    const own = join(folder, 'silent');
    mkdirSync(own, { mode: 0o700 });
    writeFileSync(join(own, 'password'), 'x', { mode: 0o600 });
    const process_ = identify(process.pid);
    if (process_ === undefined) throw new Error('expected to be there');
    writeState(own, { process: process_, ports: { bolt: 1, http: 1 }, detached: false });
    expect(readState(own)?.process).toEqual(process_);
    const all = await found({ ...EMBEDDED, IMR_DATA_DIR: own });
    expect(all['engine']).toMatchObject({ state: 'failure' });
    expect(all['graph']).toMatchObject({
      state: 'failure',
      says: expect.stringMatching(/^DATABASE_UNAVAILABLE/),
    });
    expect(all['schema']).toBeUndefined();
  });
});

describe('the graph', () => {
  test.each<[string, string, string, string, string]>([
    [
      'schema',
      'failure',
      'CREATE (:Migration {version: 901})',
      'MATCH (m:Migration {version: 901}) DELETE m',
      'SCHEMA_TOO_NEW',
    ],
    [
      'schema',
      'failure',
      'MATCH (m:Migration {version: 1}) SET m.was = m.checksum, m.checksum = "x"',
      'MATCH (m:Migration {version: 1}) SET m.checksum = m.was REMOVE m.was',
      'MIGRATION_FAILED',
    ],
    [
      'schema',
      'warning',
      'MATCH (m:Migration {version: 7}) SET m:Aside REMOVE m:Migration',
      'MATCH (m:Aside) SET m:Migration REMOVE m:Aside',
      '007-',
    ],
    [
      'counts',
      'failure',
      "CREATE (:Finding {id: 'alone', decision: 'UPHELD'})",
      "MATCH (f:Finding {id: 'alone'}) DELETE f",
      'findings of cases',
    ],
    [
      'counts',
      'failure',
      "CREATE (:Case {id: 'alone'})",
      "MATCH (c:Case {id: 'alone'}) DELETE c",
      'cases with a reviewer',
    ],
    [
      'clock',
      'failure',
      'MATCH (v:GraphVersion) SET v.movedAt = datetime() + duration({hours: 1})',
      'MATCH (v:GraphVersion) SET v.movedAt = datetime()',
      'in 3',
    ],
  ])('%s: a %s after %s', async (check, state, spoil, mend, says) => {
    await runCypher(spoil);
    try {
      expect((await found())[check]).toMatchObject({ state, says: expect.stringContaining(says) as unknown });
    } finally {
      await runCypher(mend);
    }
    expect((await found())[check]?.state).toBe('ok');
  });

  test('an index that is missing', async () => {
    const [index] = await runCypher<{ name: string }>(
      "SHOW INDEXES YIELD name, type, owningConstraint WHERE type = 'RANGE' AND owningConstraint IS NULL RETURN name LIMIT 1",
    );
    const name = index?.name ?? '';
    await runCypher(`DROP INDEX ${name}`);
    expect((await found())['indexes']).toMatchObject({
      state: 'failure',
      says: expect.stringContaining(name),
    });
    await runCypher('MATCH (m:Migration) DELETE m');
    await migrate(client);
    await runCypher('CALL db.awaitIndexes(60)');
    expect((await found())['indexes']?.state).toBe('ok');
  });

  test('one that is down', async () => {
    const all = await found({ NEO4J_URI: 'bolt://127.0.0.1:1' });
    expect(all['graph']).toMatchObject({
      state: 'failure',
      says: expect.stringContaining('DATABASE_UNAVAILABLE') as unknown,
      remedy: expect.stringContaining('NEO4J_URI') as unknown,
    });
    expect(all['schema']).toBeUndefined();
    expect(['ok', 'warning']).toContain(all['trusted documents']?.state);
  });
});

describe('what is beside it', () => {
  test('a snapshot of columns that is damaged', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'columns.snapshot'), 'x'.repeat(200), { mode: 0o600 });
    expect((await found())['columns']).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('damaged'),
    });
    expect((await found({ COLUMNS: 'off' }))['columns']?.state).toBe('skipped');
  });

  test('a mart that is not there', async () => {
    const env = { BI_DATABASE_URL: 'postgres://imr:a-secret-of-the-test@127.0.0.1:1/imr' };
    const { mart } = await found(env);
    expect(mart).toMatchObject({ state: 'failure', says: expect.stringContaining('mart') as unknown });
    expect(JSON.stringify(mart)).not.toContain('a-secret-of-the-test');
  });

  test('a PostgreSQL of the version of the mart that is not installed', async () => {
    const own = filesFolder(join(folder, 'mart'), otherAccount());
    mkdirSync(join(own, 'data'), { recursive: true });
    writeFileSync(join(own, 'data', 'PG_VERSION'), '9\n');
    const all = await found({ IMR_DATA_DIR: join(folder, 'mart') });
    rmSync(own, { recursive: true });
    expect(all['PostgreSQL']).toMatchObject({
      state: 'failure',
      says: expect.stringContaining('PostgreSQL 9'),
    });
  });

  test('documents that are not there', () => {
    const nothing = folderOf({ 'schema/operations/README.md': '' });
    expect(documents({ trustedDocumentsOnly: false }, nothing).state).toBe('failure');
    const one = folderOf({ 'schema/operations/One.graphql': 'query One { __typename }' });
    expect(documents({ trustedDocumentsOnly: false }, one).state).toBe('warning');
    expect(documents({ trustedDocumentsOnly: true }, one).state).toBe('failure');
    expect(readFileSync(join(one, 'schema/operations/One.graphql'), 'utf8')).toContain('One');
  });
});
