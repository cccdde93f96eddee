import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freeBytes, gigabytes } from '../common/disk.js';
import { ImrError } from '../common/errors.js';
import type { Settings } from '../common/settings.js';
import { obtainEngine } from '../engine/engine.js';
import { pauseEngine } from '../engine/pause.js';
import { DATABASE } from '../engine/server.js';
import { databaseFolders, readRunningState } from '../engine/state.js';

export interface BackupOptions {
  /** Gives it up; the graph stays as it was. */
  readonly signal?: AbortSignal;
  /** Told when an engine that runs is about to be stopped, and when it may run again: whoever uses it is without the graph in between. */
  readonly onPause?: (isPaused: boolean) => void;
}

/** @throws {ImrError} BAD_SETTING for a Neo4j of the user's own, which has tools of its own for that */
export function embeddedDataDir({ neo4jUri, dataDir }: Settings): string {
  if (neo4jUri === undefined) return dataDir;
  throw new ImrError(
    'BAD_SETTING',
    'NEO4J_URI is set: only the embedded engine is backed up and restored here; of your own Neo4j, by `neo4j-admin database dump` and `load`.',
  );
}

/** Does the work with the engine stopped, and has it started again afterwards if it ran, however the work ends. */
export async function whilePaused<Result>(
  dataDir: string,
  { onPause }: BackupOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const runs = readRunningState(dataDir) !== undefined;
  if (runs) onPause?.(true);
  const resume = await pauseEngine(dataDir);
  try {
    return await work();
  } finally {
    const ran = resume();
    if (ran?.detached === true) await obtainEngine(dataDir, { detached: true });
    if (runs) onPause?.(false);
  }
}

/** Bytes of the database's files, and of the transaction logs that lead up to them. */
export function storeSize(dataDir: string): number {
  const folders = Object.values(databaseFolders(dataDir, DATABASE));
  return folders.filter((folder) => existsSync(folder)).reduce((sum, folder) => sum + sizeOf(folder), 0);
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** @throws {ImrError} NOT_ENOUGH_DISK */
export async function refuseLittleRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  if (bytes <= free) return;
  throw new ImrError(
    'NOT_ENOUGH_DISK',
    `${folder} has ${gigabytes(free)} free, and up to ${gigabytes(bytes)} are needed.`,
  );
}
