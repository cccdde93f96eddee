import { availableParallelism } from 'node:os';
import { isRejection, type FileBytes, type Rejection } from '../documents/document.js';
import { walkFiles } from '../documents/files.js';
import type { ReadLimits } from '../documents/limits.js';
import { readSources, type Source } from '../documents/sources.js';
import type { Determination } from '../normalise/determination.js';
import { inOrder } from './in-order.js';
import { reading, type Job, type ReadingOptions, type WorkItem } from './messages.js';
import { WorkerPool } from './worker-pool.js';

/** A document that was not read, because whoever asks holds it already. */
export interface KnownDocument {
  readonly path: string;
  readonly sha256: string;
  readonly known: true;
}

export interface CorpusOptions extends ReadingOptions {
  /** Worker threads; as many as there are processors unless given. */
  readonly workers?: number | undefined;
  /** What reading one document may take: milliseconds (default one minute), and megabytes of objects (default 1024). */
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
  readonly limits?: ReadLimits;
}

/** Which of these documents, by the SHA-256 of their bytes, need not be read. */
export type FindKnown = (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;

const TIME_LIMIT = 60_000;
const MEMORY_LIMIT = 1024;

/** Documents that are read ahead of the one that is next in order, for each worker. */
const AHEAD = 48;
/** Bytes of documents read ahead; a single one may have more. */
const BYTES_AHEAD = 64_000_000;
/** Documents asked about at once. */
const ASKED_AT_ONCE = 100;

/**
 * Reads all letters below some paths, archives included, in reading order and in several threads. Any number of letters
 * takes the same memory: files are looked for, read and parsed as the outcomes are asked for, a bounded number ahead.
 * What cannot be used, or takes too much time or memory, is an outcome too; nothing is thrown for it.
 */
export function readCorpus(
  paths: readonly string[],
  options?: CorpusOptions,
): AsyncGenerator<Determination | Rejection>;
export function readCorpus(
  paths: readonly string[],
  options: CorpusOptions & { readonly findKnown: FindKnown },
): AsyncGenerator<Determination | Rejection | KnownDocument>;
export async function* readCorpus(
  paths: readonly string[],
  options: CorpusOptions & { readonly findKnown?: FindKnown } = {},
): AsyncGenerator<Determination | Rejection | KnownDocument> {
  const sources = readSources(walkFiles(paths), options.limits);
  const { findKnown } = options;
  yield* workThrough<FileBytes, Determination | Rejection, Rejection | KnownDocument>(
    findKnown ? markKnown(sources, findKnown) : sources,
    reading({ redact: options.redact }),
    options,
  );
}

/**
 * The results of a job for items that come one after the other, in their order and in several threads, as `readCorpus` does it:
 * a bounded number ahead, and what takes too much time or memory becomes a rejection. What is no item any more (a rejection, a
 * document that is known) passes as it is.
 */
export async function* workThrough<
  Item extends WorkItem,
  Result,
  Passed extends Rejection | KnownDocument = Rejection,
>(
  items: AsyncGenerator<Item | Passed>,
  job: Job<Item, Result>,
  options: CorpusOptions = {},
): AsyncGenerator<Result | Rejection | Passed> {
  const { workers = availableParallelism(), timeLimit = TIME_LIMIT, memoryLimit = MEMORY_LIMIT } = options;
  const pool = new WorkerPool<Item, Result>(job, workers, { time: timeLimit, memory: memoryLimit });
  try {
    yield* inOrder(
      items,
      async (item): Promise<Result | Rejection | Passed> =>
        isRejection(item) || 'known' in item ? (item as Passed) : pool.run(item as Item),
      { items: workers * AHEAD, size: BYTES_AHEAD, sizeOf },
    );
  } finally {
    await pool.close();
    await items.return(undefined);
  }
}

function sizeOf(item: object): number {
  return 'bytes' in item && item.bytes instanceof Uint8Array ? item.bytes.length : 0;
}

/** Takes the bytes away from documents that are known. */
async function* markKnown(
  sources: AsyncIterable<Source>,
  findKnown: FindKnown,
): AsyncGenerator<Source | KnownDocument> {
  let asked: Source[] = [];
  let bytes = 0;
  for await (const source of sources) {
    asked.push(source);
    bytes += sizeOf(source);
    if (asked.length < ASKED_AT_ONCE && bytes < BYTES_AHEAD) continue;
    yield* await marked(asked, findKnown);
    asked = [];
    bytes = 0;
  }
  yield* await marked(asked, findKnown);
}

async function marked(
  sources: readonly Source[],
  findKnown: FindKnown,
): Promise<readonly (Source | KnownDocument)[]> {
  const sha256s = sources.flatMap(({ sha256 }) => sha256 ?? []);
  const known = sha256s.length > 0 ? await findKnown(sha256s) : new Set<string>();
  return sources.map((source) => {
    const { path, sha256 } = source;
    return sha256 !== null && known.has(sha256) ? { path, sha256, known: true } : source;
  });
}
