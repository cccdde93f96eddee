import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import maven from 'mvn-artifact-download';
import { ImrError, messageOf } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import { projectFolder } from '../common/project.js';
import { identify } from '../common/process.js';

/** One jar of the engine, as `engine/artifacts.lock.json` fixes it. */
export interface Artifact {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  readonly classifier?: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
}

export interface ArtifactLock {
  readonly neo4jVersion: string;
  readonly artifacts: readonly Artifact[];
}

/** Told of the bytes fetched so far and of all that are to be fetched; not called when nothing is missing. */
export type OnProgress = (done: number, total: number) => void;

export interface FetchOptions {
  /** Maven repository, ending with a slash; unset: Maven's central one. */
  readonly repository?: string | undefined;
  readonly onProgress?: OnProgress;
  /** Milliseconds without a new byte after which a download is given up and tried again. */
  readonly stallLimit?: number;
  /** Milliseconds before the first repetition; doubled for each further one. */
  readonly retryDelay?: number;
}

const PARALLEL = 8;
const ATTEMPTS = 4;
/** A wrong checksum is hardly ever an accident of transport, so it is tried only once more. */
const CHECKSUM_ATTEMPTS = 2;
/** What no repetition mends: the disk is full, or the folder may not be written to. */
const FOLDER_ERRORS = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'];

class ChecksumError extends Error {}

// The package is CommonJS: under Node's rules its function is the property `default` of what is imported.
const download = maven.default;

export function readArtifactLock(): ArtifactLock {
  return JSON.parse(
    readFileSync(join(projectFolder, 'engine', 'artifacts.lock.json'), 'utf8'),
  ) as ArtifactLock;
}

export function jarName({ artifactId, version, classifier }: Artifact): string {
  return `${[artifactId, version, ...(classifier === undefined ? [] : [classifier])].join('-')}.jar`;
}

/**
 * Sees to it that `folder` holds every artifact, as its checksum says; a complete folder costs no network. Several
 * processes may fill one folder at the same time: each file is downloaded under a name of its own, checked, and renamed
 * into place.
 * @throws {ImrError} DOWNLOAD_FAILED naming the artifact, and what can be done.
 */
export async function fetchArtifacts(
  artifacts: readonly Artifact[],
  folder: string,
  options: FetchOptions = {},
): Promise<void> {
  const missing = await missingArtifacts(artifacts, folder);
  if (missing.length === 0) return;
  await prepareFolder(folder);
  const total = missing.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  options.onProgress?.(done, total);
  await inParallel(missing, async (artifact) => {
    await fetchArtifact(artifact, folder, options);
    done += artifact.size;
    options.onProgress?.(done, total);
  });
}

/** Those that the folder does not hold, or not as their checksums say. */
export async function missingArtifacts(artifacts: readonly Artifact[], folder: string): Promise<Artifact[]> {
  const missing: Artifact[] = [];
  for (const artifact of artifacts) {
    const bytes = await readFile(join(folder, jarName(artifact))).catch(() => undefined);
    if (bytes === undefined || sha256(bytes) !== artifact.sha256) missing.push(artifact);
  }
  return missing;
}

/** Works off the list with a few workers; the first failure ends them all. */
async function inParallel(
  artifacts: readonly Artifact[],
  work: (artifact: Artifact) => Promise<void>,
): Promise<void> {
  const queue = [...artifacts];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  try {
    await Promise.all(Array.from({ length: PARALLEL }, worker));
  } finally {
    queue.length = 0;
  }
}

async function fetchArtifact(artifact: Artifact, folder: string, options: FetchOptions): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetchOnce(artifact, folder, options);
      return;
    } catch (error) {
      if (FOLDER_ERRORS.includes((error as NodeJS.ErrnoException).code ?? ''))
        throw folderUnusable(folder, error);
      const last = error instanceof ChecksumError ? CHECKSUM_ATTEMPTS : ATTEMPTS;
      if (attempt >= last) throw downloadFailed(artifact, folder, error);
      await sleep((options.retryDelay ?? 500) * 2 ** (attempt - 1));
    }
  }
}

async function fetchOnce(artifact: Artifact, folder: string, options: FetchOptions): Promise<void> {
  const name = jarName(artifact);
  const partName = `${name}.${randomUUID()}.${process.pid}.part`;
  const part = join(folder, partName);
  const stall = new AbortController();
  try {
    await Promise.race([
      download({ ...artifact }, folder, options.repository, partName),
      rejectWhenStalled(part, options.stallLimit ?? 30_000, stall.signal),
    ]);
    await check(part, artifact);
    await rename(part, join(folder, name));
  } finally {
    stall.abort();
    await rm(part, { force: true });
  }
}

/** The download itself never settles when the connection goes silent or breaks in the middle of a file. */
async function rejectWhenStalled(path: string, limit: number, signal: AbortSignal): Promise<never> {
  for (let size = -1; ;) {
    await sleep(limit, undefined, { signal });
    const now = (await sizeOf(path)) ?? 0;
    if (now === size || now === 0) throw new Error(`no data for ${limit / 1000} s`);
    size = now;
  }
}

async function check(path: string, artifact: Artifact): Promise<void> {
  const bytes = await readFile(path);
  const found = sha256(bytes);
  if (found !== artifact.sha256) {
    throw new ChecksumError(
      `its sha256 is ${found} (${bytes.length} bytes), not ${artifact.sha256} (${artifact.size} bytes)`,
    );
  }
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await removeAbandonedParts(folder);
  } catch (error) {
    throw folderUnusable(folder, error);
  }
}

/** Parts whose process ended before the download did. */
async function removeAbandonedParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /\.(\d+)\.part$/.exec(name)?.[1];
    if (pid !== undefined && identify(Number(pid)) === undefined)
      await rm(join(folder, name), { force: true });
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}

function folderUnusable(folder: string, cause: unknown): ImrError {
  return new ImrError(
    'DOWNLOAD_FAILED',
    `${folder} cannot be written to: ${messageOf(cause)}. It takes 150 MB; IMR_CACHE_DIR names another folder.`,
    { cause },
  );
}

function downloadFailed(
  { groupId, artifactId, version }: Artifact,
  folder: string,
  cause: unknown,
): ImrError {
  const ways =
    cause instanceof ChecksumError
      ? 'Something between here and the repository alters files; try another network, or set IMR_MAVEN_REPOSITORY to a mirror you trust'
      : 'The first start needs the network. Without it: set IMR_MAVEN_REPOSITORY to a mirror that can be reached, ' +
        `copy ${folder} from a machine that has it, or set NEO4J_URI to a Neo4j of your own`;
  return new ImrError(
    'DOWNLOAD_FAILED',
    `${groupId}:${artifactId}:${version}: ${messageOf(cause)}. ${ways}.`,
    { cause },
  );
}
