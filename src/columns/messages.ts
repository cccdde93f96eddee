import type { LoggedError } from '../common/logged-error.js';
import type { Answer, Connection } from '../graph/client.js';

/** What the thread is started with. */
export interface WorkerData {
  readonly connection: Connection;
  /** Where the columns are kept between runs; null to keep none. */
  readonly snapshotFile: string | null;
}

/** A reading statement that the columns may answer. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly parameters: object;
  /** What whoever asks has seen, and the answer must show. */
  readonly bookmarks: readonly string[];
}

/** Rows of a statement; none where the graph has to be asked. */
export interface Answered {
  readonly id: number;
  readonly answer?: Answer | undefined;
}

/** What became of the columns, for logs and metrics. */
export interface Progress {
  readonly state: 'building' | 'ready' | 'failed';
  readonly cases: number;
  readonly findings: number;
  /** Milliseconds that it took. */
  readonly took: number;
  readonly reason?: string;
}

/** What the thread tells. */
export type FromWorker =
  | { readonly answered: readonly Answered[] }
  | { readonly progress: Progress }
  /** A fault of the columns, with its stack. */
  | { readonly problem: LoggedError };
