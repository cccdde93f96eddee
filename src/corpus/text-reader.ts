import { unlessAborted } from '../common/abort.js';
import { ImrError } from '../common/errors.js';
import { sha256 } from '../common/hash.js';
import type { FileBytes, Rejection } from '../documents/document.js';
import type { Determination } from '../normalise/determination.js';
import { reading, type ReadingOptions } from './messages.js';
import type { ReaderLimits } from './reader.js';
import { WorkerPool } from './worker-pool.js';

export interface TextReaderOptions extends Partial<ReaderLimits>, ReadingOptions {
  /** Threads; 2 unless given. */
  readonly workers?: number;
  /** Texts that are read or wait to be at one time; 100 unless given. */
  readonly most?: number;
}

/** A letter takes some milliseconds, and a thread some 100 MB. */
const LIMITS: ReaderLimits = { time: 5_000, memory: 512 };
const WORKERS = 2;
const MOST = 100;

/** A letter that comes as a file. Large bytes change hands: they are gone once it is read. */
export type LetterFile = Pick<FileBytes, 'path' | 'bytes'>;

/** The text has no name; it is told from other forms by what it holds. */
const PATH = 'letter.txt';

/**
 * Reads letters that come as texts or one by one as files, in threads of its own: whatever a text holds, the thread that asks goes on. The
 * threads start with the first text.
 */
export class TextReader {
  private readonly limits: ReaderLimits;
  private readonly redact: boolean | undefined;
  private readonly workers: number;
  private readonly most: number;
  private pool: WorkerPool<FileBytes, Determination | Rejection> | undefined;
  private underWay = 0;

  constructor({ workers = WORKERS, most = MOST, redact, ...limits }: TextReaderOptions = {}) {
    this.workers = workers;
    this.most = most;
    this.redact = redact;
    this.limits = { ...LIMITS, ...limits };
  }

  /**
   * Reads a letter: its plain text, a page of HTML, or a file, but no archive. What cannot be used comes back as a rejection. A letter that
   * nobody waits for any more (the signal) is not read, unless it is being read already.
   * @throws {ImrError} READER_BUSY when too many texts wait already; READER_FAILED when no thread can be started
   */
  async read(letter: string | LetterFile, signal?: AbortSignal): Promise<Determination | Rejection> {
    if (this.underWay >= this.most) {
      throw new ImrError('READER_BUSY', `${this.underWay} texts wait to be read; no more are taken on.`);
    }
    signal?.throwIfAborted();
    this.underWay++;
    this.pool ??= new WorkerPool<FileBytes, Determination | Rejection>(
      reading({ redact: this.redact }),
      this.workers,
      this.limits,
    );
    const { path, bytes } = typeof letter === 'string' ? { path: PATH, bytes: encode(letter) } : letter;
    const outcome = this.pool.run({ path, sha256: sha256(bytes), bytes }, signal).finally(() => {
      this.underWay--;
    });
    return unlessAborted(outcome, signal);
  }

  /** Ends the threads; texts under way are left without an answer. */
  async close(): Promise<void> {
    await this.pool?.close();
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
