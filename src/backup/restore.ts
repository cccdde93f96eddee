import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ImrError } from '../common/errors.js';
import type { Settings } from '../common/settings.js';
import { loadDatabase } from '../engine/archive.js';
import { withPrivateEngine } from '../engine/engine.js';
import { hasDatabase, prepareSuccessor, replaceData } from '../engine/replacement.js';
import { tryLock } from '../engine/state.js';
import { endTool } from '../engine/tool-process.js';
import { graphState } from './graph-state.js';
import { checkBackup, findBackup, type Backup, type Manifest } from './manifest.js';
import { embeddedDataDir, refuseLittleRoom, whilePaused, type BackupOptions } from './stopped.js';

export interface RestoreOptions extends BackupOptions {
  /** Whether a graph that is there may be replaced. */
  readonly replace?: boolean;
}

/**
 * Puts the graph of a backup in the place of the embedded engine's. The backup is checked before anything is touched, and what was made of
 * it before it takes the place; until then the old graph stays as it is, whatever happens. Password and users stay.
 * @param path of a backup's file, or of a folder whose newest backup is meant
 * @throws {ImrError} BAD_SETTING, NOT_FOUND, NOT_A_BACKUP, DAMAGED_BACKUP, BACKUP_TOO_NEW, GRAPH_NOT_EMPTY, NOT_ENOUGH_DISK,
 *   ENGINE_RUNNING, ENGINE_BUSY, BACKUP_FAILED, CHECK_FAILED, and as `obtainEngine`
 */
export async function restore(
  settings: Settings,
  path: string,
  options: RestoreOptions = {},
): Promise<Backup> {
  const dataDir = embeddedDataDir(settings);
  const backup = findBackup(path);
  await checkBackup(backup);
  if (options.replace !== true && hasDatabase(dataDir))
    throw new ImrError(
      'GRAPH_NOT_EMPTY',
      `${dataDir} holds a graph: --replace puts the backup in its place.`,
    );
  const folder = join(dataDir, 'restore');
  const release = tryLock(folder);
  if (release === undefined)
    throw new ImrError('ENGINE_BUSY', `Another process is restoring into ${dataDir}.`);
  try {
    await whilePaused(dataDir, options, () => replaceBy(backup, dataDir, join(folder, 'home'), options));
  } finally {
    release();
  }
  return backup;
}

async function replaceBy(
  { file, manifest }: Backup,
  dataDir: string,
  successor: string,
  { signal }: RestoreOptions,
): Promise<void> {
  // Of a restore that was killed.
  await endTool(successor);
  await clear(successor);
  mkdirSync(successor, { recursive: true, mode: 0o700 });
  await refuseLittleRoom(successor, manifest.storeBytes);
  try {
    prepareSuccessor(dataDir, successor);
    await loadDatabase(successor, file, signal);
    await withPrivateEngine(successor, (connection) => check(manifest, connection));
    signal?.throwIfAborted();
    replaceData(dataDir, successor);
  } finally {
    await clear(successor);
  }
}

/** @throws {ImrError} CHECK_FAILED */
async function check({ graph }: Manifest, connection: Parameters<typeof graphState>[0]): Promise<void> {
  const found = await graphState(connection);
  const others = (Object.keys(found) as (keyof typeof found)[]).filter((name) => found[name] !== graph[name]);
  if (others.length === 0) return;
  const told = others.map((name) => `${name} ${found[name]} instead of ${graph[name]}`);
  throw new ImrError('CHECK_FAILED', `The restored graph has ${told.join(', ')}; the old one stays.`);
}

/** An engine that has just lost its owner may still be writing there. */
async function clear(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
}
