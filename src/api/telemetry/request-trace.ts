import type { IncomingMessage } from 'node:http';
import type { StatementTrace } from '../../graph/client.js';

/** An HTTP request that was answered. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Tells somewhere how requests are answered, step by step; `tracing.ts` does, and is loaded only where it is asked for. */
export interface Tracing {
  readonly begin: (request: IncomingMessage) => RequestTrace;
  /** Sends what is not sent yet. */
  readonly close: () => Promise<void>;
}

/** The steps of one request. */
export interface RequestTrace {
  /** To be called when its operation begins; statements that follow are part of that. */
  readonly beginOperation: () => void;
  /** @param name of the trusted document; undefined for any other */
  readonly endOperation: (name: string | undefined, hasFailed: boolean) => void;
  readonly onStatement: StatementTrace;
  readonly end: (answered: Answered, requestId: string) => void;
}
