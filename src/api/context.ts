import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ImrError } from '../common/errors.js';
import type { Logger } from '../common/log.js';
import type { TextReader } from '../corpus/text-reader.js';
import type { GraphClient, RequestScope } from '../graph/client.js';
import type { JudgeWriter, WriteRefusal } from './access.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers have at hand; one per request. */
export interface Context {
  /** Runs statements for this request alone: they end with it. */
  readonly client: GraphClient;
  /** New ones after each mutation: what those before have read may have changed. */
  loaders: Loaders;
  readonly letters: TextReader;
  /** Aborted when the time of the request is over, or nobody waits for its answer any more. */
  readonly signal: AbortSignal;
  /** Why this request may not change the graph; undefined when it may. */
  readonly writeRefusal: WriteRefusal | undefined;
  readonly log: Logger;
}

/** What contexts are made of. */
export interface ContextParts {
  readonly client: GraphClient;
  readonly letters: TextReader;
  /** Longest time that one request may take, in seconds. */
  readonly queryTimeout: number;
  readonly judge: JudgeWriter;
  readonly log: Logger;
}

export function createContext(
  { client, letters, queryTimeout, judge, log }: ContextParts,
  response: ServerResponse,
): Context {
  const scope = scopeOf(response, queryTimeout);
  const own = client.within(scope);
  const writeRefusal = judge(response.req.headers.authorization);
  return { client: own, loaders: createLoaders(own), letters, signal: scope.signal, writeRefusal, log };
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
    controller.abort(new ImrError('QUERY_CANCELLED', 'the client hung up'));
  });
  return { signal: controller.signal, endsAt: performance.now() + seconds * 1000 };
}
