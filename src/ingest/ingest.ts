import { readCorpus, type CorpusOptions, type KnownDocument } from '../corpus/read-corpus.js';
import { isRejection, type Rejection } from '../documents/document.js';
import { estimateSources } from '../documents/sources.js';
import type { GraphClient } from '../graph/client.js';
import type { WriteOutcome } from '../graph/plan.js';
import { knownDocuments, releaseDocuments, writeDeterminations, writeQuarantine } from '../graph/writer.js';
import type { Determination } from '../normalise/determination.js';
import { PARSER_VERSION } from '../parse/version.js';

/** What an ingest did, counted in files; each member of an archive counts as one. */
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

export interface IngestOptions extends Pick<CorpusOptions, 'workers'> {
  /** Files per transaction. */
  readonly batchSize?: number;
  /** Called at the start and after each batch, with the number of files done and, roughly, of all files. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops after the batch under way. */
  readonly signal?: AbortSignal;
}

const BATCH_SIZE = 100;

/**
 * Reads letters and writes them into the graph, a batch a transaction. Files that the graph holds already are not read
 * again, so an ingest can be repeated or taken up where it was stopped.
 * @param paths files, archives and folders
 * @throws {ImrError} DATABASE_UNAVAILABLE and the like; batches written before stay
 */
export async function ingest(
  client: GraphClient,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestSummary> {
  const { batchSize = BATCH_SIZE, onProgress, signal, workers } = options;
  const counts: Record<WriteOutcome, number> = { ingested: 0, updated: 0, unchanged: 0 };
  const quarantined: Rejection[] = [];
  const total = onProgress ? await estimateSources(paths) : 0;
  let files = 0;
  let interrupted = false;
  onProgress?.(files, total);
  const findKnown = (sha256s: readonly string[]) => knownDocuments(client, sha256s, PARSER_VERSION);
  for await (const batch of inBatches(readCorpus(paths, { workers, findKnown }), batchSize)) {
    interrupted = signal?.aborted === true;
    if (interrupted) break;
    const { outcomes, rejections } = await writeBatch(client, batch);
    for (const outcome of outcomes) counts[outcome]++;
    quarantined.push(...rejections);
    files += batch.length;
    onProgress?.(files, Math.max(files, total));
  }
  return { files, ...counts, quarantined, interrupted };
}

type Outcome = Determination | Rejection | KnownDocument;

async function* inBatches(outcomes: AsyncIterable<Outcome>, size: number): AsyncGenerator<Outcome[]> {
  let batch: Outcome[] = [];
  for await (const outcome of outcomes) {
    batch.push(outcome);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function writeBatch(
  client: GraphClient,
  batch: readonly Outcome[],
): Promise<{ outcomes: WriteOutcome[]; rejections: Rejection[] }> {
  const known: string[] = [];
  const determinations: Determination[] = [];
  const rejections: Rejection[] = [];
  for (const outcome of batch) {
    if (isRejection(outcome)) rejections.push(outcome);
    else if ('known' in outcome) known.push(outcome.path);
    else determinations.push(outcome);
  }
  const written = await writeDeterminations(client, determinations);
  await writeQuarantine(client, rejections);
  await releaseDocuments(client, [...known, ...determinations.map(({ source }) => source.path)]);
  return { outcomes: [...known.map(() => 'unchanged' as const), ...written], rejections };
}
