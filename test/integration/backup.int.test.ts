import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { backUp } from '../../src/backup/backup.js';
import type { Backup, Manifest } from '../../src/backup/manifest.js';
import { restore } from '../../src/backup/restore.js';
import { openDatabase, type Database } from '../../src/engine/database.js';
import { answeringEngine, stopEngine } from '../../src/engine/engine.js';
import { readRunningState } from '../../src/engine/state.js';
import { GraphClient } from '../../src/graph/client.js';
import { migrate } from '../../src/graph/migrations.js';
import { changesSince, currentVersion } from '../../src/graph/version.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { runCommand, startCommand, waitForOutput, type RunningCommand } from '../support/cli.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { contentsOf } from '../support/graph-contents.js';
import { letter2016 } from '../support/letters.js';
import { embeddedSettings, temporaryFolder } from '../support/settings.js';
import { WRITE_TOKEN, WRITER } from '../support/api.js';

// Several starts of Java in one test, on a machine that may be busy.
jest.setTimeout(900_000);

const folder = temporaryFolder('backup');
const dataDir = join(folder, 'data');
const settings = embeddedSettings(dataDir);
const env = { IMR_DATA_DIR: dataDir, NEO4J_URI: '', NEO4J_USER: '', NEO4J_PASSWORD: '', PORT: '0' };

/** All of the graph, and its version. */
const state = async () => ({ ...(await contentsOf(database)), version: await version() });

const version = async () => {
  const { revision = 0, token = '' } = (await currentVersion(client)) ?? {};
  return { revision, token };
};

/** Of the letter that the backup does not hold. */
const lateFindings = SMALL_CORPUS[0]?.findings.length ?? 0;

/** Uses the engine all the time, as a server does; whoever stops it, this process starts it again. */
let database: Database;
let client: GraphClient;
let backup: Backup;
let backedUp: Awaited<ReturnType<typeof state>>;

beforeAll(async () => {
  database = await openDatabase(settings);
  client = new GraphClient(database, { patience: 60_000, timeout: 120_000 });
  await migrate(client);
  await writeDeterminations(client, SMALL_CORPUS.slice(1));
  backedUp = await state();
  backup = await backUp(settings, join(folder, 'backups/'));
  await runAgain();
  expect(await state()).toEqual(backedUp);
  await writeDeterminations(client, SMALL_CORPUS);
});

afterAll(async () => {
  await client.close();
  await database.close();
  await stopEngine(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

async function runAgain(): Promise<void> {
  while ((await answeringEngine(dataDir)) === undefined) await sleep(100);
}

test('a backup is a file with a manifest, for its owner alone, and holds no password', () => {
  const { file, manifest } = backup;
  expect(readdirSync(join(folder, 'backups')).sort()).toEqual([
    manifest.file.name,
    `${manifest.file.name}.json`,
  ]);
  expect(manifest).toMatchObject({
    format: 'imr-graph backup',
    graph: { cases: SMALL_CORPUS.length - 1, ...backedUp.version },
    file: { bytes: statSync(file).size },
  });
  expect(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).toEqual(manifest);
  for (const path of [file, `${file}.json`]) expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700);
});

test('a graph that is there is not replaced unless that is asked for', async () => {
  const before = await version();
  await expect(restore(settings, backup.file)).rejects.toMatchObject({ code: 'GRAPH_NOT_EMPTY' });
  expect(await version()).toEqual(before);
});

test('a data directory that has no graph yet gets one', async () => {
  const fresh = join(folder, 'fresh');
  const { code, stdout, stderr } = await runCommand(['engine', 'restore', backup.file], {
    ...env,
    IMR_DATA_DIR: fresh,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`graph: ${SMALL_CORPUS.length - 1} cases`);
  const other = await openDatabase(embeddedSettings(fresh));
  try {
    const { version: _, ...contents } = backedUp;
    expect(await contentsOf(other)).toEqual(contents);
  } finally {
    await other.close();
  }
});

/** A copy of the backup that something was done to. */
function spoilt(name: string, spoil: (file: string) => void): string {
  const file = join(folder, `${name}.dump`);
  copyFileSync(backup.file, file);
  copyFileSync(`${backup.file}.json`, `${file}.json`);
  spoil(file);
  return file;
}

function changeManifest(file: string, change: (manifest: Manifest) => object): void {
  const manifest = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Manifest;
  writeFileSync(`${file}.json`, JSON.stringify({ ...manifest, ...change(manifest) }));
}

test.each<[string, string, (file: string) => void]>([
  [
    'is not there',
    'NOT_FOUND',
    (file) => {
      rmSync(file);
    },
  ],
  [
    'has no manifest',
    'NOT_A_BACKUP',
    (file) => {
      rmSync(`${file}.json`);
    },
  ],
  [
    'has a manifest that is cut off',
    'NOT_A_BACKUP',
    (file) => {
      truncateSync(`${file}.json`, 40);
    },
  ],
  [
    'is of something else',
    'NOT_A_BACKUP',
    (file) => {
      changeManifest(file, () => ({ format: 'other' }));
    },
  ],
  [
    'is cut off',
    'DAMAGED_BACKUP',
    (file) => {
      truncateSync(file, 1_000);
    },
  ],
  [
    'has another byte',
    'DAMAGED_BACKUP',
    (file) => {
      const bytes = readFileSync(file);
      bytes[500] = (bytes[500] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
  [
    'has a newer schema',
    'BACKUP_TOO_NEW',
    (file) => {
      changeManifest(file, ({ graph }) => ({ graph: { ...graph, schema: 901 } }));
    },
  ],
  [
    'is of a newer Neo4j',
    'BACKUP_TOO_NEW',
    (file) => {
      changeManifest(file, () => ({ engine: '5.99.0' }));
    },
  ],
])('a backup that %s is refused (%s) before anything is touched', async (name, code, spoil) => {
  const file = spoilt(name, spoil);
  const engine = readRunningState(dataDir);
  await expect(restore(settings, file, { replace: true })).rejects.toMatchObject({
    code,
    message: expect.stringContaining(file) as unknown,
  });
  expect(readRunningState(dataDir)).toEqual(engine);
  expect(existsSync(join(dataDir, 'restore', 'home'))).toBe(false);
});

test('a dump that is not what the manifest says leaves the old graph', async () => {
  const file = spoilt('counts', (path) => {
    changeManifest(path, ({ graph }) => ({ graph: { ...graph, cases: 77 } }));
  });
  const before = await state();
  await expect(restore(settings, file, { replace: true })).rejects.toMatchObject({
    code: 'CHECK_FAILED',
    message: expect.stringContaining(`cases ${SMALL_CORPUS.length - 1} instead of 77`) as unknown,
  });
  await runAgain();
  expect(await state()).toEqual(before);
});

test('no backup is written over, and none is made of the Neo4j of somebody else, or of nothing', async () => {
  await expect(backUp(settings, backup.file)).rejects.toMatchObject({ code: 'BACKUP_EXISTS' });
  const own = { ...settings, neo4jUri: 'bolt://127.0.0.1:1' };
  await expect(backUp(own, join(folder, 'own.dump'))).rejects.toMatchObject({ code: 'BAD_SETTING' });
  await expect(restore(own, backup.file)).rejects.toMatchObject({ code: 'BAD_SETTING' });
  const nothing = embeddedSettings(join(folder, 'nothing'));
  await expect(backUp(nothing, join(folder, 'none.dump'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

/** Kills a command as soon as a condition holds. */
async function killWhen(command: RunningCommand, condition: () => boolean): Promise<void> {
  let isOver = false as boolean;
  void command.ended.then(() => (isOver = true));
  while (!isOver && !condition()) await sleep(5);
  command.process.kill('SIGKILL');
  expect(await command.ended).toBeNull();
}

test('a restore that is killed leaves the old graph, and whoever uses the engine starts it again', async () => {
  const before = await state();
  expect(before).not.toEqual(backedUp);
  const command = startCommand(['engine', 'restore', '--replace', backup.file], env);
  await killWhen(command, () => existsSync(join(dataDir, 'restore/home/tool.json')));
  await runAgain();
  expect(await state()).toEqual(before);
});

test('a backup that is killed leaves no file that looks like one, and the engine is started again', async () => {
  const target = join(folder, 'killed');
  mkdirSync(target);
  const before = await state();
  const command = startCommand(['engine', 'backup', target], env);
  await killWhen(command, () => existsSync(join(dataDir, 'tool.json')));
  await runAgain();
  expect(await state()).toEqual(before);
  expect(readdirSync(target).filter((name) => !/\.\d+\.part$/.test(name))).toEqual([]);
});

test('the next ones do all of it, and take the rest away; a server says 503 meanwhile, and shows what is restored by itself', async () => {
  const service = startCommand(['serve'], {
    ...env,
    WRITE_TOKEN,
    LOG_LEVEL: 'info',
    QUERY_TIMEOUT_SECONDS: '300',
  });
  const [, url = ''] = await waitForOutput(service, /^ready (http:\/\/127\.0\.0\.1:\d+)\/graphql\n/m);
  try {
    const before = await findings(url);
    const target = join(folder, 'killed');
    expect(await duringCommand(url, ['engine', 'backup', target])).toContain(503);
    expect(readdirSync(target).map((name) => name.replace(/^imr-graph-[\dTZ.-]+/, ''))).toEqual([
      'dump',
      'dump.json',
    ]);
    expect(await findings(url)).toBe(before);

    const text = letter2016({ caseNumber: 'CM16-0999909' });
    const mutation = 'mutation ($text: String!) { ingestLetter(input: { text: $text }) { __typename } }';
    expect(await ask(url, mutation, { text }, WRITER)).toMatchObject({
      ingestLetter: { __typename: 'WrittenCase' },
    });
    expect(await findings(url)).toBe(before + 1);
    const later = await version();
    expect(await duringCommand(url, ['engine', 'restore', '--replace', join(folder, 'backups')])).toContain(
      503,
    );
    expect(await findings(url)).toBe(before - lateFindings);
    expect(service.written.stderr).toContain('Neo4j is stopped for a backup or a restore');

    // By the client that has written what is not there any more.
    expect(await state()).toEqual(backedUp);
    expect(await changesSince(client, later)).toBeUndefined();
    await writeDeterminations(client, SMALL_CORPUS);
    expect(await changesSince(client, later)).toBeUndefined();
    expect(existsSync(join(dataDir, 'restore', 'home'))).toBe(false);
  } finally {
    service.process.kill('SIGTERM');
    await service.ended;
  }
});

/** What /readyz answers while a command runs, and until it is ready again. */
async function duringCommand(url: string, args: string[]): Promise<number[]> {
  const command = startCommand(args, env);
  const seen: number[] = [];
  let isOver = false as boolean;
  void command.ended.then(() => (isOver = true));
  while (!isOver || seen.at(-1) !== 200) {
    seen.push((await fetch(`${url}/readyz`)).status);
    await sleep(50);
  }
  expect(await command.ended).toBe(0);
  expect(command.written.stdout).toContain('the engine was away for ');
  return seen;
}

async function findings(url: string): Promise<number> {
  const { outcomes } = (await ask(url, '{ outcomes(groupBy: [PRIORITY]) { nodes { findings } } }')) as {
    outcomes: { nodes: { findings: number }[] };
  };
  return outcomes.nodes.reduce((sum, node) => sum + node.findings, 0);
}

async function ask(url: string, query: string, variables = {}, headers = {}): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}
