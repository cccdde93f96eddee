import { setMaxListeners } from 'node:events';
import { unlessAborted } from '../common/abort.js';
import type { GraphClient, RequestScope } from './client.js';

/** Most keys that one statement is given, unless a single request has more. */
const MOST_KEYS = 200;

/** Statements of one kind that run at once for all requests together; what comes meanwhile gathers for the next. */
const AT_ONCE = 2;

/** Reads what belongs to keys. */
export type ReadByKeys<Row, Wanted> = (
  client: GraphClient,
  keys: readonly string[],
  wanted: Wanted,
) => Promise<ReadonlyMap<string, Row>>;

/**
 * Joins what many requests ask for by key at the same time in one statement. It begins after all of them have asked, so each sees what
 * was written before; each has its own time and can be given up by itself, and the statement ends when nobody waits for it any more.
 * Only a failure is that of all.
 */
export class Together<Row, Wanted = undefined> {
  private readonly waiting: Batch<Row, Wanted>[] = [];
  private running = 0;

  /**
   * @param client that of no request
   * @param join what is wanted by either of two
   */
  constructor(
    private readonly client: GraphClient,
    private readonly read: ReadByKeys<Row, Wanted>,
    private readonly join: (one: Wanted, other: Wanted) => Wanted,
  ) {}

  /** What belongs to the keys, and maybe to others; for a request, in its scope. */
  async load(
    keys: readonly string[],
    wanted: Wanted,
    { scope }: GraphClient,
  ): Promise<ReadonlyMap<string, Row>> {
    if (scope === undefined) return this.read(this.client, keys, wanted);
    scope.signal.throwIfAborted();
    let batch = this.waiting.at(-1);
    if (batch === undefined || batch.keys.size + keys.length > MOST_KEYS) {
      batch = new Batch(wanted);
      this.waiting.push(batch);
    }
    batch.wanted = this.join(batch.wanted, wanted);
    const answer = batch.take(keys, scope);
    this.begin();
    return answer;
  }

  private begin(): void {
    while (this.running < AT_ONCE) {
      const batch = this.waiting.shift();
      if (batch === undefined) return;
      this.running++;
      void batch
        .run((scope) => this.read(this.client.within(scope), [...batch.keys], batch.wanted))
        .then(() => {
          this.running--;
          this.begin();
        });
    }
  }
}

/** What is asked by one statement. */
class Batch<Row, Wanted> {
  readonly keys = new Set<string>();
  private readonly controller = new AbortController();
  private endsAt = 0;
  /** Of the first who asks. */
  private onStatement: RequestScope['onStatement'];
  private waiting = 0;
  private hasEnded = false;
  private settle: ((answer: Promise<ReadonlyMap<string, Row>>) => void) | undefined;
  private readonly answer = new Promise<ReadonlyMap<string, Row>>((resolve) => {
    this.settle = resolve;
  });

  constructor(public wanted: Wanted) {
    setMaxListeners(0, this.controller.signal);
  }

  async take(
    keys: readonly string[],
    { signal, endsAt, onStatement }: RequestScope,
  ): Promise<ReadonlyMap<string, Row>> {
    for (const key of keys) this.keys.add(key);
    this.endsAt = Math.max(this.endsAt, endsAt);
    this.onStatement ??= onStatement;
    this.waiting++;
    try {
      return await unlessAborted(this.answer, signal);
    } finally {
      this.waiting--;
      if (this.waiting === 0 && !this.hasEnded) this.controller.abort(signal.reason);
    }
  }

  /** Resolves when the statement has ended, however it did. */
  async run(read: (scope: RequestScope) => Promise<ReadonlyMap<string, Row>>): Promise<void> {
    const { signal } = this.controller;
    const reading = signal.aborted
      ? Promise.resolve(new Map<string, Row>())
      : read({ signal, endsAt: this.endsAt, onStatement: this.onStatement });
    const ended = reading.finally(() => {
      this.hasEnded = true;
    });
    this.settle?.(ended);
    await ended.catch(() => undefined);
  }
}
