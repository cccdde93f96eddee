import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import { ImrError } from '../common/errors.js';
import type { Logger } from '../common/log.js';
import type { TextReader } from '../corpus/text-reader.js';
import type { GraphClient, RequestScope } from '../graph/client.js';
import type { AuditLog } from '../access/audit.js';
import type { Caller } from '../access/role.js';
import type { Access } from './http/access.js';
import type { WantedOfTrees } from '../query/case-trees.js';
import { createLoaders, type Loaders } from './loaders/loaders.js';
import type { Metrics } from './telemetry/metrics.js';
import type { RequestNote } from './telemetry/request-note.js';
import type { SharedReads } from './loaders/shared-reads.js';
import { wantedTrees } from './loaders/wanted-trees.js';

/** What resolvers have at hand; one per request. */
export interface Context {
  readonly request: RequestNote;
  /** Runs statements for this request alone: they end with it. */
  readonly client: GraphClient;
  /** New ones after each mutation: what those before have read may have changed. */
  loaders: Loaders;
  /** What the operation wants of cases and their findings; known when its document is. (Apollo copies the context, but not this.) */
  readonly operation: { wanted: WantedOfTrees | null };
  readonly shared: SharedReads;
  readonly letters: TextReader;
  /** Aborted when the time of the request is over, or nobody waits for its answer any more. */
  readonly signal: AbortSignal;
  readonly caller: Caller;
  readonly access: Access;
  readonly audit: AuditLog;
  /**
   * Spends what the operation costs, once.
   * @returns seconds until the caller may spend so much, when it is too much now
   */
  readonly charge: (cost: number) => Promise<number | undefined>;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'observeMutation'>;
}

/** What contexts are made of. */
export interface ContextParts {
  readonly client: GraphClient;
  readonly shared: SharedReads;
  readonly letters: TextReader;
  /** Longest time that one request may take, in seconds. */
  readonly queryTimeout: number;
  readonly access: Access;
  readonly audit: AuditLog;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'observeMutation'>;
}

/** @param request of somebody who was let in */
export function createContext(
  { client, shared, letters, queryTimeout, access, audit, log, metrics }: ContextParts,
  response: ServerResponse,
  request: RequestNote,
  wanted: WantedOfTrees | null = null,
): Context {
  const { caller } = request;
  if (caller === undefined) throw new Error('Nobody was let in to ask this.');
  const scope = scopeOf(response, queryTimeout);
  const own = client.within({
    ...scope,
    onStatement: request.trace?.onStatement,
    onVersion: (token) => {
      context.loaders.seeVersion(token);
    },
  });
  let spent: Promise<number | undefined> | undefined;
  const charge = (cost: number) => (spent ??= access.budget.spend(caller, cost));
  const operation = { wanted };
  const loaders = createLoaders(own, shared, operation);
  const context = {
    request,
    client: own,
    loaders,
    operation,
    shared,
    letters,
    signal: scope.signal,
    caller,
    access,
    audit,
    charge,
    log,
    metrics,
  };
  return context;
}

/** Forgets what the request has read of the graph: what it still asks for is read anew. */
export function forgetRead(context: Context): void {
  context.loaders = createLoaders(context.client, context.shared, context.operation);
}

/** Tells the context of an operation what that wants, before it is executed. */
export const noteWanted: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, contextValue }) => {
        contextValue.operation.wanted = wantedTrees(schema, document);
        return Promise.resolve();
      },
    }),
};

/** Why what still runs for an answer that is sent is ended: nobody sees it, so there is one for all. */
const ANSWERED = new ImrError('QUERY_CANCELLED', 'the answer is sent');

function hungUp(): ImrError {
  return new ImrError('QUERY_CANCELLED', 'the client hung up');
}

/** Ends with the time, with the connection to the client, or once the answer is sent: what still runs then is for nobody. */
function scopeOf(response: ServerResponse, seconds: number): RequestScope {
  const controller = new AbortController();
  // One for each statement under way.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => {
    controller.abort(new ImrError('QUERY_TIMEOUT', `no answer within ${seconds} s`));
  }, seconds * 1000);
  response.once('close', () => {
    clearTimeout(timer);
    controller.abort(response.writableFinished ? ANSWERED : hungUp());
  });
  return { signal: controller.signal, endsAt: performance.now() + seconds * 1000 };
}
