import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from '../common/process.js';
import { readJson, writeWhole } from '../common/whole-file.js';

export interface Ports {
  readonly bolt: number;
  readonly http: number;
}

/** What a data directory says of the engine that runs on it. */
export interface EngineState {
  readonly process: ProcessIdentity;
  readonly ports: Ports;
  /** Started to outlive the process that started it (`imr engine start`). */
  readonly detached: boolean;
  /** `imr engine stop` ended it: nobody who uses it starts it again. */
  readonly stopRequested?: true;
  /** Nobody starts it again before this process ends the pause, or ends itself: a backup, or a restore. */
  readonly pausedBy?: ProcessIdentity | undefined;
}

/** The files of a data directory that this project keeps beside Neo4j's own. */
export function dataFiles(
  dataDir: string,
): Record<'state' | 'lock' | 'password' | 'configuration' | 'arguments' | 'console' | 'neo4jLog', string> {
  return {
    state: join(dataDir, 'engine.json'),
    lock: join(dataDir, 'engine.lock'),
    password: join(dataDir, 'password'),
    configuration: join(dataDir, 'conf', 'neo4j.conf'),
    arguments: join(dataDir, 'conf', 'java.args'),
    console: join(dataDir, 'logs', 'console.log'),
    neo4jLog: join(dataDir, 'logs', 'neo4j.log'),
  };
}

/** Where Neo4j keeps a database of a data directory: the database, and its log of transactions. */
export function databaseFolders(dataDir: string, name: string): { store: string; log: string } {
  return {
    store: join(dataDir, 'data', 'databases', name),
    log: join(dataDir, 'data', 'transactions', name),
  };
}

/** What the last engine of this data directory wrote; it may be gone. undefined when there was none. */
export function readState(dataDir: string): EngineState | undefined {
  return readJson(dataFiles(dataDir).state) as EngineState | undefined;
}

/** The engine whose process is running; it may still be starting, or be about to stop. */
export function readRunningState(dataDir: string): EngineState | undefined {
  const state = readState(dataDir);
  return state !== undefined && isRunning(state.process) ? state : undefined;
}

export function writeState(dataDir: string, state: EngineState): void {
  writeWhole(dataFiles(dataDir).state, JSON.stringify(state));
}

/**
 * Takes the right to start or stop the engine of a data directory.
 * @returns the function that gives it back, or undefined while another running process has it.
 */
export function tryLock(dataDir: string): (() => void) | undefined {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { lock } = dataFiles(dataDir);
  removeStaleLock(lock);
  const mine = `${lock}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)), { mode: 0o600 });
  try {
    linkSync(mine, lock);
    return () => {
      rmSync(lock, { force: true });
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The process that holds the lock, for messages. */
export function lockHolder(dataDir: string): ProcessIdentity | undefined {
  return readJson(dataFiles(dataDir).lock) as ProcessIdentity | undefined;
}

/**
 * A process that was killed leaves its lock. It is renamed before it is removed: should another process have replaced it
 * by its own lock in between, that one is put back.
 */
function removeStaleLock(lock: string): void {
  const isHeld = (path: string): boolean => {
    const holder = readJson(path) as ProcessIdentity | undefined;
    return holder !== undefined && isRunning(holder);
  };
  if (isHeld(lock)) return;
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (isHeld(aside)) linkSync(aside, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
