import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ImrError } from '../common/errors.js';
import { ensurePassword, prepareHome } from './home.js';
import { DATABASE } from './server.js';
import { databaseFolders, dataFiles, readRunningState, tryLock } from './state.js';

/** Neo4j's files in a data directory. */
const data = (dataDir: string): string => join(dataDir, 'data');
/** Where they are put aside while others take their place. */
const former = (dataDir: string): string => join(dataDir, 'data.former');

/** What the system database is in: users, and which databases there are. */
const SYSTEM = ['databases/system', 'transactions/system', 'dbms'];

/** Whether the data directory has a database. */
export function hasDatabase(dataDir: string): boolean {
  settleReplacement(dataDir);
  return existsSync(databaseFolders(dataDir, DATABASE).store);
}

/**
 * Prepares a second data directory whose database shall replace that of the first: with the same password, users and settings.
 * @throws {ImrError} ENGINE_RUNNING
 */
export function prepareSuccessor(dataDir: string, successor: string): void {
  whileStopped(dataDir, () => {
    prepareHome(dataDir);
    ensurePassword(dataDir);
    prepareHome(successor);
    cpSync(dataFiles(dataDir).password, dataFiles(successor).password);
    for (const path of SYSTEM) {
      const [from, to] = [join(data(dataDir), path), join(data(successor), path)];
      rmSync(to, { recursive: true, force: true });
      if (!existsSync(from)) continue;
      mkdirSync(dirname(to), { recursive: true });
      cpSync(from, to, { recursive: true });
    }
  });
}

/**
 * Puts the data of the successor, on which no engine runs any more, in the place of those of the data directory. A kill at any moment
 * leaves the old ones or the new ones.
 * @throws {ImrError} ENGINE_RUNNING
 */
export function replaceData(dataDir: string, successor: string): void {
  whileStopped(dataDir, () => {
    if (existsSync(data(dataDir))) renameSync(data(dataDir), former(dataDir));
    renameSync(data(successor), data(dataDir));
    rmSync(former(dataDir), { recursive: true, force: true });
  });
}

/** Puts right what a replacement that was killed has left: without new data the old ones come back. */
export function settleReplacement(dataDir: string): void {
  if (!existsSync(former(dataDir))) return;
  if (existsSync(data(dataDir))) rmSync(former(dataDir), { recursive: true, force: true });
  else renameSync(former(dataDir), data(dataDir));
}

/** @throws {ImrError} ENGINE_RUNNING when an engine uses the data directory, or is about to */
export function refuseRunning(dataDir: string): void {
  whileStopped(dataDir, () => undefined);
}

/**
 * Takes the right to start an engine on a data directory, on which none runs.
 * @returns the function that gives it back
 * @throws {ImrError} ENGINE_RUNNING
 */
export function holdStopped(dataDir: string): () => void {
  const release = tryLock(dataDir);
  const running = readRunningState(dataDir);
  if (release === undefined || running !== undefined) {
    release?.();
    throw new ImrError(
      'ENGINE_RUNNING',
      `The engine of ${dataDir} runs${running === undefined ? ', or is being started' : ` (process ${running.process.pid})`}: ` +
        'stop it (`imr engine stop`), and what uses it, and run the same command again.',
    );
  }
  settleReplacement(dataDir);
  return release;
}

function whileStopped(dataDir: string, work: () => void): void {
  const release = holdStopped(dataDir);
  try {
    work();
  } finally {
    release();
  }
}
