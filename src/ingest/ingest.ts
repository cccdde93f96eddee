import { isRejection, type Rejection } from '../documents/document.js';
import { listFiles } from '../documents/files.js';
import { hashFile } from '../documents/hash.js';
import type { GraphClient } from '../graph/client.js';
import type { WriteOutcome } from '../graph/plan.js';
import { knownDocuments, releaseDocuments, writeDeterminations, writeQuarantine } from '../graph/writer.js';
import type { Determination } from '../normalise/determination.js';
import { PARSER_VERSION } from '../parse/version.js';
import { readDetermination } from './read-determination.js';

/** What an ingest did, counted in files. */
export interface IngestSummary {
  readonly files: number;
  readonly ingested: number;
  /** A corrected letter, or one read by a newer parser: its case was replaced. */
  readonly updated: number;
  readonly unchanged: number;
  /** Files that could not be used; each is also kept in the graph as a `QuarantinedDocument`. */
  readonly quarantined: readonly Rejection[];
  /** True when the signal stopped it before the end: what was written is whole, and the next run goes on from there. */
  readonly interrupted: boolean;
}

export interface IngestOptions {
  /** Files per transaction. */
  readonly batchSize?: number;
  /** Called at the start and after each batch, with the number of files done and of all files. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops after the batch under way. */
  readonly signal?: AbortSignal;
}

const BATCH_SIZE = 100;

/**
 * Reads letters and writes them into the graph, a batch a transaction. Files that the graph holds already are not read
 * again, so an ingest can be repeated or taken up where it was stopped.
 * @param paths files and folders
 * @throws {ImrError} DATABASE_UNAVAILABLE and the like; batches written before stay
 */
export async function ingest(
  client: GraphClient,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestSummary> {
  const { batchSize = BATCH_SIZE, onProgress, signal } = options;
  const files = await listFiles(paths);
  const counts: Record<WriteOutcome, number> = { ingested: 0, updated: 0, unchanged: 0 };
  const quarantined: Rejection[] = [];
  let done = 0;
  onProgress?.(done, files.length);
  while (done < files.length && signal?.aborted !== true) {
    const batch = files.slice(done, done + batchSize);
    const { outcomes, rejections } = await ingestBatch(client, batch);
    for (const outcome of outcomes) counts[outcome]++;
    quarantined.push(...rejections);
    done += batch.length;
    onProgress?.(done, files.length);
  }
  return { files: done, ...counts, quarantined, interrupted: done < files.length };
}

async function ingestBatch(
  client: GraphClient,
  paths: readonly string[],
): Promise<{ outcomes: WriteOutcome[]; rejections: Rejection[] }> {
  const known = await knownPaths(client, paths);
  const determinations: Determination[] = [];
  const rejections: Rejection[] = [];
  for (const path of paths.filter((candidate) => !known.has(candidate))) {
    const result = await readDetermination(path);
    if (isRejection(result)) rejections.push(result);
    else determinations.push(result);
  }
  const written = await writeDeterminations(client, determinations);
  await writeQuarantine(client, rejections);
  await releaseDocuments(client, [...known, ...determinations.map(({ source }) => source.path)]);
  return { outcomes: [...[...known].map(() => 'unchanged' as const), ...written], rejections };
}

/** The paths whose content was read into the graph already, by this version of the parser. */
async function knownPaths(client: GraphClient, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const hashes = new Map<string, string | null>();
  for (const path of paths) hashes.set(path, await hashFile(path));
  const sha256s = [...hashes.values()].filter((hash) => hash !== null);
  const known = await knownDocuments(client, sha256s, PARSER_VERSION);
  return new Set(paths.filter((path) => known.has(hashes.get(path) ?? '')));
}
