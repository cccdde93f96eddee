import { readCorpus, type CorpusOptions, type KnownDocument } from '../corpus/read-corpus.js';
import { isRejection, type Rejection } from '../documents/document.js';
import { estimateSources } from '../documents/sources.js';
import type { GraphClient } from '../graph/client.js';
import type { WriteOutcome } from '../graph/plan.js';
import { toCaseRecord, type CaseRecord } from '../graph/records.js';
import {
  knownDocuments,
  LETTERS_AT_ONCE,
  releaseDocuments,
  writeCaseRecords,
  writeQuarantine,
} from '../graph/writer.js';
import type { Determination } from '../normalise/determination.js';
import { readingVersion } from '../parse/version.js';
import { oneAhead } from './one-ahead.js';

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

export interface IngestOptions extends Pick<CorpusOptions, 'workers' | 'redact'> {
  /** Files per transaction. */
  readonly batchSize?: number;
  /** Called at the start and after each batch, with the number of files done and, roughly, of all files. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops after the batch under way. */
  readonly signal?: AbortSignal;
}

/** Of letters in one transaction, which the database holds in memory; a single one may have more. */
const CHARACTERS_AT_ONCE = 4_000_000;

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
  const { batchSize = LETTERS_AT_ONCE, onProgress, signal, workers, redact } = options;
  const counts: Record<WriteOutcome, number> = { ingested: 0, updated: 0, unchanged: 0 };
  const quarantined: Rejection[] = [];
  const total = onProgress ? await estimateSources(paths) : 0;
  let files = 0;
  let interrupted = false;
  onProgress?.(files, total);
  const version = readingVersion(redact === true);
  const findKnown = (sha256s: readonly string[]) => knownDocuments(client, sha256s, version);
  const letters = readCorpus(paths, { workers, redact, findKnown });
  for await (const batch of oneAhead(inBatches(letters, batchSize))) {
    interrupted = signal?.aborted === true;
    if (interrupted) break;
    for (const outcome of await writeBatch(client, batch)) counts[outcome]++;
    quarantined.push(...batch.rejections);
    files += batch.files;
    onProgress?.(files, Math.max(files, total));
  }
  return { files, ...counts, quarantined, interrupted };
}

type Outcome = Determination | Rejection | KnownDocument;

/** What a transaction is about. */
interface Batch {
  readonly records: readonly CaseRecord[];
  readonly rejections: readonly Rejection[];
  /** Paths of files that were not read, since the graph holds them. */
  readonly known: readonly string[];
  readonly files: number;
}

/** Each determination is made ready for the graph as it comes, while the batch before is being written. */
async function* inBatches(outcomes: AsyncIterable<Outcome>, size: number): AsyncGenerator<Batch, void> {
  let batch = new BatchInHand();
  for await (const outcome of outcomes) {
    batch.add(outcome);
    if (batch.files < size && batch.characters < CHARACTERS_AT_ONCE) continue;
    yield batch;
    batch = new BatchInHand();
  }
  if (batch.files > 0) yield batch;
}

class BatchInHand implements Batch {
  readonly records: CaseRecord[] = [];
  readonly rejections: Rejection[] = [];
  readonly known: string[] = [];
  files = 0;
  characters = 0;

  add(outcome: Outcome): void {
    this.files++;
    if (isRejection(outcome)) this.rejections.push(outcome);
    else if ('known' in outcome) this.known.push(outcome.path);
    else {
      this.records.push(toCaseRecord(outcome));
      this.characters += outcome.text.length;
    }
  }
}

async function writeBatch(
  client: GraphClient,
  { records, rejections, known }: Batch,
): Promise<readonly WriteOutcome[]> {
  const written = await writeCaseRecords(client, records);
  await writeQuarantine(client, rejections);
  await releaseDocuments(client, [...known, ...records.map(({ document }) => document.path)]);
  return [...known.map(() => 'unchanged' as const), ...written];
}
