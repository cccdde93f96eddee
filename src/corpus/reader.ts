import { Worker } from 'node:worker_threads';
import { ImrError } from '../common/errors.js';
import { loggedMessage } from '../common/logged-error.js';
import type { Rejection } from '../documents/document.js';
import { builtModule, READY, type Answers, type Job, type WorkerStart, type WorkItem } from './messages.js';

const WORKER_FILE = builtModule('corpus/worker.js');

/** A thread is sent more documents before it has read all it has, lest it wait; so many, and of so many bytes. */
const MOST_TASKS = 16;
const MOST_BYTES = 2_000_000;

/** Bytes of this size are handed over and not copied. */
const LARGE = 1_000_000;

const MEGABYTE = 1_000_000;

/** A document to be read, and who waits for it. */
export interface Task<Item extends WorkItem, Result> {
  readonly item: Item;
  /** Of its bytes; these themselves are gone once they were handed over. */
  readonly size: number;
  readonly resolve: (outcome: Result | Rejection) => void;
  readonly reject: (error: Error) => void;
}

/** What one document may take. */
export interface ReaderLimits {
  /** In milliseconds. */
  readonly time: number;
  /** In megabytes: of JavaScript objects, and of what the process grows by. */
  readonly memory: number;
  /** What the threads run, when it is not `worker.ts`. */
  readonly workerFile?: string;
}

interface ReaderEvents<Item extends WorkItem, Result> {
  readonly onProgress: () => void;
  /** `left`: what it was sent but did not come to; `failure`: why it ended before it could start. */
  readonly onEnd: (left: readonly Task<Item, Result>[], failure?: Error) => void;
}

/** One worker thread, and the documents that it was sent and has not answered. It answers in order. */
export class Reader<Item extends WorkItem, Result> {
  private readonly worker: Worker;
  private readonly tasks: Task<Item, Result>[] = [];
  private bytes = 0;
  /** How many documents the thread has begun, which it counts itself, and how many of them it has answered. */
  private readonly begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private answered = 0;
  /** Milliseconds that the document under way has taken, and which one that was when it was last looked at. */
  private time = 0;
  private timed = 0;
  /** What the whole process held (bytes) at the last look before that document was begun, and at the last of all. */
  private residentBefore = 0;
  private resident = process.memoryUsage.rss();
  private failure: Error | undefined;
  private ready = false;

  constructor(
    private readonly job: Job<Item, Result>,
    private readonly limits: ReaderLimits,
    private readonly events: ReaderEvents<Item, Result>,
  ) {
    const start: WorkerStart = { begun: this.begun, module: job.module, options: job.options };
    this.worker = new Worker(limits.workerFile ?? WORKER_FILE, {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    this.worker.on('message', (answers: Answers) => {
      this.receive(answers);
    });
    this.worker.on('error', (error) => {
      this.failure ??= error;
    });
    this.worker.on('exit', () => {
      this.finish();
    });
  }

  get isReady(): boolean {
    return this.ready;
  }

  get wantsMore(): boolean {
    return (
      this.ready &&
      this.failure === undefined &&
      this.tasks.length <= MOST_TASKS / 2 &&
      this.bytes < MOST_BYTES
    );
  }

  /** Takes tasks from the head of the queue: at least one, at most `share`. */
  take(queue: Task<Item, Result>[], share: number): void {
    const batch: Task<Item, Result>[] = [];
    const most = Math.min(share, MOST_TASKS - this.tasks.length);
    do {
      const task = queue.shift();
      if (task === undefined) break;
      batch.push(task);
      this.bytes += task.size;
    } while (batch.length < most && this.bytes + (queue[0]?.size ?? 0) < MOST_BYTES);
    this.tasks.push(...batch);
    this.worker.postMessage(
      batch.map(({ item }) => item),
      batch.length === 1 ? transferable(batch[0]?.item.bytes) : [],
    );
  }

  /**
   * Counts the time of the document under way, and ends the thread when it is too long. So it does when the process has
   * grown too much meanwhile: what a thread holds outside of its heap cannot be told from what others hold, but documents
   * that are looked at twice are rare.
   * @param resident bytes that the process holds
   */
  tick(milliseconds: number, resident: number): void {
    const begun = Atomics.load(this.begun, 0);
    const isSame = begun === this.timed && begun > this.answered;
    this.time = isSame ? this.time + milliseconds : 0;
    this.timed = begun;
    if (!isSame) this.residentBefore = this.resident;
    this.resident = resident;
    if (this.failure) return;
    if (this.time >= this.limits.time) {
      const seconds = this.limits.time / 1000;
      this.stop(new ImrError('DOCUMENT_TIMEOUT', `It was not read within ${seconds} seconds.`));
    } else if (isSame && resident - this.residentBefore > this.limits.memory * MEGABYTE) {
      this.stop(outOfMemory(this.limits));
    }
  }

  private stop(failure: ImrError): void {
    this.failure = failure;
    void this.end();
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private receive(answers: Answers): void {
    if (answers === READY) this.ready = true;
    else {
      for (const answer of answers) {
        const task = this.tasks.shift();
        this.answered++;
        this.bytes -= task?.size ?? 0;
        task?.resolve(this.job.decode(answer as never));
      }
    }
    this.events.onProgress();
  }

  /** The thread has ended, at the document that it began last; what it had read since its last answer is read again. */
  private finish(): void {
    const [current] = this.ready
      ? this.tasks.splice(Math.max(0, Atomics.load(this.begun, 0) - this.answered - 1), 1)
      : [];
    if (current) {
      const { path, sha256 } = current.item;
      current.resolve({ path, sha256, error: this.reason() });
    }
    this.events.onEnd(this.tasks.splice(0), this.ready ? undefined : this.failure);
  }

  private reason(): ImrError {
    const { failure, limits } = this;
    if (failure instanceof ImrError) return failure;
    return (failure as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? outOfMemory(limits)
      : new ImrError(
          'READER_FAILED',
          `Its reader ended: ${failure ? loggedMessage(failure) : 'without a word'}`,
          {
            cause: failure,
          },
        );
  }
}

function outOfMemory({ memory }: ReaderLimits): ImrError {
  return new ImrError('DOCUMENT_OUT_OF_MEMORY', `It takes more than ${memory} MB to read.`);
}

/** Bytes that fill a buffer of their own can change hands; parts of a shared one would take the rest with them. */
function transferable(bytes: Uint8Array | undefined): ArrayBuffer[] {
  const isWhole = bytes !== undefined && bytes.length >= LARGE && bytes.length === bytes.buffer.byteLength;
  return isWhole && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
