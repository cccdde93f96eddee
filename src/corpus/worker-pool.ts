import { ImrError } from '../common/errors.js';
import type { Rejection } from '../documents/document.js';
import type { Job, WorkItem } from './messages.js';
import { Reader, type ReaderLimits, type Task } from './reader.js';

/** How often the time of the documents under way is looked at, as a share of the time limit, and at most (ms). */
const TICKS_PER_LIMIT = 10;
const LONGEST_TICK = 1000;

/**
 * A bounded number of worker threads that do one job, mostly reading documents. Threads start as they are needed, one after the other, so that
 * a single letter costs a single one. A document that takes too long or too much memory costs its thread: another
 * takes its place, and reads what the first had not come to.
 */
export class WorkerPool<Item extends WorkItem, Result> {
  private readonly queue: Task<Item, Result>[] = [];
  private readonly readers = new Set<Reader<Item, Result>>();
  private readonly clock: NodeJS.Timeout;
  private isClosed = false;

  /** @param size most threads at once */
  constructor(
    private readonly job: Job<Item, Result>,
    private readonly size: number,
    private readonly limits: ReaderLimits,
  ) {
    // Counted in ticks and not by the clock: after a pause of the whole process (Ctrl-Z) no document is to blame.
    const tick = Math.min(limits.time / TICKS_PER_LIMIT, LONGEST_TICK);
    this.clock = setInterval(() => {
      const resident = process.memoryUsage.rss();
      for (const reader of this.readers) reader.tick(tick, resident);
    }, tick);
  }

  /** Rejects only when no thread can be started, or when the signal is aborted while the document waits for one. */
  async run(item: Item, signal?: AbortSignal): Promise<Result | Rejection> {
    let leave: (() => void) | undefined;
    try {
      return await new Promise<Result | Rejection>((resolve, reject) => {
        const task = { item, size: item.bytes?.length ?? 0, resolve, reject };
        leave = () => {
          const place = this.queue.indexOf(task);
          if (place < 0) return;
          this.queue.splice(place, 1);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener('abort', leave);
        this.queue.push(task);
        this.dispatch();
      });
    } finally {
      if (leave) signal?.removeEventListener('abort', leave);
    }
  }

  /** Ends all threads; documents under way are left without an answer. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.clock);
    await Promise.all([...this.readers].map((reader) => reader.end()));
  }

  private dispatch(): void {
    for (const reader of this.readers) {
      if (this.queue.length === 0) return;
      if (reader.wantsMore) reader.take(this.queue, Math.ceil(this.queue.length / this.size / 2));
    }
    const allBusy = [...this.readers].every((reader) => reader.isReady);
    if (this.queue.length > 0 && allBusy && this.readers.size < this.size) this.start();
  }

  private start(): void {
    const reader = new Reader<Item, Result>(this.job, this.limits, {
      onProgress: () => {
        this.dispatch();
      },
      onEnd: (left, failure) => {
        this.readers.delete(reader);
        if (failure) this.fail(failure);
        this.queue.unshift(...left);
        if (!this.isClosed) this.dispatch();
      },
    });
    this.readers.add(reader);
  }

  private fail(failure: Error): void {
    const error = new ImrError('READER_FAILED', `No reader can be started: ${failure.message}`, {
      cause: failure,
    });
    for (const task of this.queue.splice(0)) task.reject(error);
  }
}
