import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImrError } from '../common/errors.js';
import { isNewer, projectVersion } from '../common/project.js';
import { readJson } from '../common/whole-file.js';
import { readArtifactLock } from '../engine/artifacts.js';
import { newestSchema } from '../graph/migrations.js';
import type { GraphState } from './graph-state.js';

/** What a manifest says that it is. */
export const FORMAT = 'imr-graph backup';

/** What stands beside the file of a backup: what is in it, and who can read it. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Version of the project that made it. */
  readonly project: string;
  /** Version of Neo4j. */
  readonly engine: string;
  readonly graph: GraphState;
  /** Bytes of the store that is made of it. */
  readonly storeBytes: number;
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
}

/** A backup that may be restored by this program. */
export interface Backup {
  /** Path of the dump. */
  readonly file: string;
  readonly manifest: Manifest;
}

export const EXTENSION = '.dump';
export const manifestOf = (file: string): string => `${file}.json`;

/**
 * The backup that a path names: a file, or the newest one in a folder.
 * @throws {ImrError} NOT_FOUND, NOT_A_BACKUP
 */
export function findBackup(path: string): Backup {
  if (!existsSync(path)) throw new ImrError('NOT_FOUND', `${path} is not there.`);
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(EXTENSION))
        .map((name) => join(path, name))
    : [path];
  const backups = files.flatMap((file) => {
    const manifest = readJson(manifestOf(file));
    return isManifest(manifest) ? [{ file, manifest }] : [];
  });
  const [newest] = backups.sort((a, b) => (a.manifest.madeAt < b.manifest.madeAt ? 1 : -1));
  if (newest !== undefined) return newest;
  throw new ImrError(
    'NOT_A_BACKUP',
    `${path} ${files.length === 1 ? `has no manifest ${basename(manifestOf(files[0] ?? ''))} of a backup beside it` : 'holds no backup'}.`,
  );
}

/**
 * Looks whether a backup is whole, and of no newer version. Reads all of it.
 * @throws {ImrError} BACKUP_TOO_NEW, DAMAGED_BACKUP
 */
export async function checkBackup({ file, manifest }: Backup): Promise<void> {
  const { project, engine, graph } = manifest;
  const own = readArtifactLock().neo4jVersion;
  const newer = [
    ...(graph.schema > newestSchema()
      ? [`the graph has migration ${graph.schema} (here ${newestSchema()})`]
      : []),
    ...(isNewer(engine, own) ? [`it is of Neo4j ${engine} (here ${own})`] : []),
  ];
  if (newer.length > 0) {
    const made = `version ${project} of the project made it, and this is ${projectVersion}`;
    throw new ImrError('BACKUP_TOO_NEW', `${file}: ${newer.join(', ')}; ${made}.`);
  }
  const { bytes, sha256 } = manifest.file;
  const found = statSync(file).size;
  if (found !== bytes)
    throw new ImrError('DAMAGED_BACKUP', `${file} has ${found} bytes, and its manifest says ${bytes}.`);
  if ((await hashOf(file)) !== sha256)
    throw new ImrError('DAMAGED_BACKUP', `${file} has another SHA-256 than its manifest says.`);
}

/** SHA-256 of a file of any size. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function isManifest(value: unknown): value is Manifest {
  const { format, madeAt, project, engine, graph, storeBytes, file } = Object(value) as Partial<Manifest>;
  return (
    format === FORMAT &&
    [madeAt, project, engine, file?.name, file?.sha256].every((text) => typeof text === 'string') &&
    [graph?.schema, graph?.cases, graph?.findings, storeBytes, file?.bytes].every(
      (number) => typeof number === 'number',
    )
  );
}
