import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../common/log.js';
import { loggedError, type LoggedError } from '../common/logged-error.js';
import { projectFolder } from '../common/project.js';
import type { Answer, Connection, GraphClient, Parameters } from '../graph/client.js';
import { isAnswered } from './answers/answers.js';
import type { FromWorker, Progress, Question, WorkerData } from './messages.js';

/** The built file, also when this one is not: a worker cannot load TypeScript. */
const WORKER_FILE = join(projectFolder, 'dist/columns/worker.js');

/** In milliseconds: how soon another thread is started after one has died. */
const NEXT_THREAD = 30_000;

/** What becomes of the columns. */
export interface ColumnsObserver {
  readonly log: Logger;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of every statement that could be answered, and whether it was. */
  readonly onAnswer?: (name: string, answered: boolean) => void;
}

/**
 * The analytics over columns of numbers, in a thread of their own: they answer reading statements in the place of the graph,
 * with which they are kept in step. While they are being built, or where only the graph can tell, it is asked.
 */
export class Columns {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, (answer: Answer | undefined) => void>();
  private asked = 0;
  private isClosed = false;

  /** @param snapshotFile where the columns are kept between runs; null to keep none */
  constructor(
    private readonly connection: Connection,
    private readonly snapshotFile: string | null,
    private readonly observer: ColumnsObserver,
  ) {
    this.start();
  }

  /** Answers a reading statement; undefined where the graph has to be asked. To be given to the graph client. */
  readonly shortcut = (
    name: string,
    parameters: Parameters,
    client: GraphClient,
  ): Promise<Answer | undefined> | undefined =>
    this.worker !== undefined && isAnswered(name) ? this.ask(name, parameters, client) : undefined;

  /** Ends the thread; what is asked meanwhile is for the graph. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.worker?.terminate();
  }

  private async ask(name: string, parameters: Parameters, client: GraphClient): Promise<Answer | undefined> {
    const bookmarks = await client.bookmarks();
    const answer = await new Promise<Answer | undefined>((resolve) => {
      const id = ++this.asked;
      this.waiting.set(id, resolve);
      this.worker?.postMessage({ id, name, parameters, bookmarks } satisfies Question);
      if (this.worker === undefined) this.settle(id, undefined);
    });
    this.observer.onAnswer?.(name, answer !== undefined);
    return answer;
  }

  private start(): void {
    const { uri, user, password, database } = this.connection;
    // Whatever else belongs to the connection is not for the thread.
    const workerData: WorkerData = {
      connection: { uri, user, password, database },
      snapshotFile: this.snapshotFile,
    };
    const worker = new Worker(WORKER_FILE, { workerData });
    // It keeps nobody from ending: whatever it holds is in the graph.
    worker.unref();
    worker.on('message', (message: FromWorker) => {
      if ('progress' in message) this.report(message.progress);
      else if ('problem' in message) this.fail(message.problem);
      else for (const { id, answer } of message.answered) this.settle(id, answer);
    });
    worker.on('error', (error) => {
      this.fail(loggedError(error));
    });
    worker.on('exit', () => {
      this.worker = undefined;
      for (const id of [...this.waiting.keys()]) this.settle(id, undefined);
      setTimeout(() => {
        if (!this.isClosed) this.start();
      }, NEXT_THREAD).unref();
    });
    this.worker = worker;
  }

  private settle(id: number, answer: Answer | undefined): void {
    this.waiting.get(id)?.(answer);
    this.waiting.delete(id);
  }

  private fail(problem: LoggedError): void {
    this.observer.log.error({ problem }, 'the columns have failed; the graph answers instead');
  }

  private report(progress: Progress): void {
    const { log, onProgress } = this.observer;
    if (progress.state === 'failed') log.warn(progress, 'the columns could not be built; the graph answers');
    else if (progress.state === 'ready') log.info(progress, 'the columns are ready');
    onProgress?.(progress);
  }
}
