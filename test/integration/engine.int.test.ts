import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { projectFolder } from '../../src/common/project.js';
import { openDatabase, type Database } from '../../src/engine/database.js';
import { answeringEngine, obtainEngine, stopEngine } from '../../src/engine/engine.js';
import {
  hasEnded,
  identify,
  isRunning,
  signalProcess,
  type ProcessIdentity,
} from '../../src/common/process.js';
import { wasCutOff } from '../../src/engine/first-start.js';
import { dataFiles, readRunningState, readState, tryLock, writeState } from '../../src/engine/state.js';
import { embeddedSettings, temporaryFolder } from '../support/settings.js';

// Several starts in one test, on a machine that may be busy.
jest.setTimeout(180_000);

const STOP_PATIENCE = 40_000;

let dataDir: string;

beforeEach(() => {
  dataDir = temporaryFolder('engine');
});

afterEach(async () => {
  await stopEngine(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

function engineProcess(): ProcessIdentity {
  const state = readState(dataDir);
  if (state === undefined) throw new Error('no engine has been started');
  return state.process;
}

/** What a query gives over Bolt. */
async function ask(database: Database, statement: string): Promise<unknown> {
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), {
    disableLosslessIntegers: true,
  });
  try {
    const { records } = await driver.executeQuery(statement, {}, { database: database.database });
    return records[0]?.get(0);
  } finally {
    await driver.close();
  }
}

async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(200);
}

test('of two that ask at once one starts the engine and both use it; closing leaves no process; data outlives that', async () => {
  const [one, other] = await Promise.all([
    openDatabase(embeddedSettings(dataDir)),
    openDatabase(embeddedSettings(dataDir)),
  ]);
  expect(other.uri).toBe(one.uri);
  await ask(one, 'CREATE (n:Kept {value: 7}) RETURN n');
  const engine = engineProcess();
  await Promise.all([one.close(), other.close()]);
  await one.close();
  expect(isRunning(engine)).toBe(false);

  leaveTracesOfKilledProcesses();
  const again = await openDatabase(embeddedSettings(dataDir));
  expect(await ask(again, 'MATCH (n:Kept) RETURN n.value')).toBe(7);
  expect(again.password).toBe(one.password);
  await again.close();
  expect(readRunningState(dataDir)).toBeUndefined();
});

/** A state file and a lock whose processes are gone; their ids belong to another process by now. */
function leaveTracesOfKilledProcesses(): void {
  const gone = { pid: process.pid, startedAt: 'long ago' };
  writeState(dataDir, { process: gone, ports: { bolt: 1, http: 1 }, detached: false });
  writeFileSync(dataFiles(dataDir).lock, JSON.stringify(gone));
}

test('what a first start has left that was killed is made anew where it cannot be started from', async () => {
  const cut = await openDatabase(embeddedSettings(dataDir));
  await cut.close();
  expect(wasCutOff(dataDir)).toBe(false);
  // As it was seen after a kill: databases whose logs are not there yet.
  rmSync(join(dataDir, 'data/transactions'), { recursive: true });
  writeFileSync(join(dataDir, 'first-start'), 'system neo4j');

  const again = await openDatabase(embeddedSettings(dataDir));
  expect(await ask(again, 'RETURN 1')).toBe(1);
  expect(again.password).toBe(cut.password);
  expect(wasCutOff(dataDir)).toBe(false);
  await again.close();
});

test('an engine serves the Browser, keeps its secrets, is shared, and survives being killed', async () => {
  const database = await openDatabase(embeddedSettings(dataDir));
  await expectBrowser(database);
  expectSecretsKept(database);

  const late = await openDatabase(embeddedSettings(dataDir));
  expect(late.uri).toBe(database.uri);
  await late.close();
  await ask(database, 'CREATE (n:Kept) RETURN n');

  const killed = engineProcess();
  signalProcess(killed, 'SIGKILL');
  await hasEnded(killed, STOP_PATIENCE);
  await eventually(async () => (await answeringEngine(dataDir)) !== undefined);
  expect(await ask(database, 'MATCH (n:Kept) RETURN count(n)')).toBe(1);

  const restarted = engineProcess();
  await stopEngine(dataDir);
  await database.close();
  expect(restarted).not.toEqual(killed);
  expect(engineProcess()).toEqual(restarted);
  expect(isRunning(restarted)).toBe(false);
});

async function expectBrowser(database: Database): Promise<void> {
  const page = await fetch(database.browserUrl ?? '');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>Neo4j Browser</title>');
}

function expectSecretsKept({ password }: Database): void {
  const files = dataFiles(dataDir);
  const logs = readdirSync(join(dataDir, 'logs')).map((name) => join(dataDir, 'logs', name));
  const written = [...logs, files.arguments, files.configuration, files.state].map((path) =>
    readFileSync(path, 'utf8'),
  );
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(written.filter((text) => text.includes(password))).toEqual([]);
  expect(statSync(files.password).mode & 0o777).toBe(0o600);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
}

test('an engine that cannot start says why, with its last log lines, and leaves no process', async () => {
  mkdirSync(join(dataDir, 'data'));
  writeFileSync(join(dataDir, 'data', 'databases'), 'a file where Neo4j wants a folder');
  await expect(openDatabase(embeddedSettings(dataDir))).rejects.toMatchObject({
    code: 'ENGINE_FAILED',
    message: expect.stringMatching(/Neo4j ended while it was starting:\n.*databases/s),
  });
  expect(readRunningState(dataDir)).toBeUndefined();
});

test('when the owner ends, another process that uses the engine goes on with it; stopped on request it stays stopped', async () => {
  const owner = await openDatabase(embeddedSettings(dataDir));
  const user = await openDatabase(embeddedSettings(dataDir));
  await ask(owner, 'CREATE (n:Kept) RETURN n');
  const first = engineProcess();
  await owner.close();
  await eventually(async () => (await answeringEngine(dataDir)) !== undefined);
  expect(engineProcess()).not.toEqual(first);
  expect(await ask(user, 'MATCH (n:Kept) RETURN count(n)')).toBe(1);

  const second = engineProcess();
  await stopEngine(dataDir);
  // Longer than the pause before a restart.
  await sleep(2_000);
  expect(engineProcess()).toEqual(second);
  expect(readRunningState(dataDir)).toBeUndefined();
  await user.close();
});

test('a data directory that cannot be one is named', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(openDatabase(embeddedSettings(file))).rejects.toMatchObject({
    code: 'ENGINE_FAILED',
    message: expect.stringContaining(`The data directory ${file} cannot be used: `),
  });
});

test('an engine whose owner is killed stops by itself', async () => {
  const script = `
    import { openDatabase } from ${JSON.stringify(pathToFileURL(join(projectFolder, 'dist/engine/database.js')).href)};
    await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    setInterval(() => undefined, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  await eventually(async () => (await answeringEngine(dataDir)) !== undefined);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(await hasEnded(engineProcess(), STOP_PATIENCE)).toBe(true);
});

test('a detached engine is shared, and stopped on request', async () => {
  const { process } = await obtainEngine(dataDir, { detached: true });
  const database = await openDatabase(embeddedSettings(dataDir));
  await database.close();
  expect(isRunning(process)).toBe(true);
  expect(await stopEngine(dataDir)).toBe(true);
  expect(await stopEngine(dataDir)).toBe(false);
  expect(isRunning(process)).toBe(false);
});

test('the lock of a data directory is held by one process at a time', () => {
  const release = tryLock(dataDir);
  expect(tryLock(dataDir)).toBeUndefined();
  release?.();
  expect(existsSync(dataFiles(dataDir).lock)).toBe(false);
  expect(identify(process.pid)).toBeDefined();
});
