import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ImrError } from '../common/errors.js';
import { identify } from '../common/process.js';
import { projectVersion } from '../common/project.js';
import type { Settings } from '../common/settings.js';
import { writeWhole } from '../common/whole-file.js';
import { dumpDatabase } from '../engine/archive.js';
import { readArtifactLock } from '../engine/artifacts.js';
import { withPrivateEngine } from '../engine/engine.js';
import { hasDatabase, holdStopped } from '../engine/replacement.js';
import { graphState } from './graph-state.js';
import { EXTENSION, FORMAT, hashOf, manifestOf, type Backup, type Manifest } from './manifest.js';
import { embeddedDataDir, refuseLittleRoom, storeSize, whilePaused, type BackupOptions } from './stopped.js';

/**
 * Writes the graph of the embedded engine into a file, with a manifest beside it. The engine is stopped for it, and started again if it
 * ran. The file holds the graph alone: no password, no users.
 * @param path of the file; or a folder, in which it is named by the time
 * @throws {ImrError} BAD_SETTING, NOT_FOUND, BACKUP_EXISTS, NOT_ENOUGH_DISK, ENGINE_RUNNING, BACKUP_FAILED, and as `obtainEngine`
 */
export async function backUp(settings: Settings, path: string, options: BackupOptions = {}): Promise<Backup> {
  const dataDir = embeddedDataDir(settings);
  const madeAt = new Date().toISOString();
  const file = fileFor(path, madeAt);
  if (!hasDatabase(dataDir)) throw new ImrError('NOT_FOUND', `${dataDir} holds no graph to back up.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  removeAbandoned(dirname(file));
  await refuseLittleRoom(dirname(file), storeSize(dataDir));
  return whilePaused(dataDir, options, async () => {
    const release = holdStopped(dataDir);
    try {
      // An engine that was killed leaves a store that cannot be dumped: this start puts it right.
      const graph = await withPrivateEngine(dataDir, graphState);
      const storeBytes = storeSize(dataDir);
      await dumpDatabase(dataDir, `${file}.${process.pid}.part`, file, options.signal);
      return { file, manifest: await writeManifest(file, { madeAt, graph, storeBytes }) };
    } finally {
      release();
    }
  });
}

async function writeManifest(
  file: string,
  of: Pick<Manifest, 'madeAt' | 'graph' | 'storeBytes'>,
): Promise<Manifest> {
  chmodSync(file, 0o600);
  const manifest: Manifest = {
    format: FORMAT,
    ...of,
    project: projectVersion,
    engine: readArtifactLock().neo4jVersion,
    file: { name: basename(file), bytes: statSync(file).size, sha256: await hashOf(file) },
  };
  writeWhole(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** @throws {ImrError} BACKUP_EXISTS */
function fileFor(path: string, madeAt: string): string {
  const isFolder = /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());
  const file = resolve(isFolder ? join(path, `imr-graph-${madeAt.replaceAll(':', '-')}${EXTENSION}`) : path);
  for (const each of [file, manifestOf(file)])
    if (existsSync(each)) throw new ImrError('BACKUP_EXISTS', `${each} is there already.`);
  return file;
}

/** What backups have left whose process was killed. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid !== undefined && identify(Number(pid)) === undefined)
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
