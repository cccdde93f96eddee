import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/**
 * How long a client may take, in milliseconds: who does not send a request to its end is answered 408 and hung up on. A kept
 * connection outlives those of common load balancers (60 s), so that these never send a request into one that is being closed.
 */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
} satisfies ServerOptions;

/** A server that does not wait for clients without end. */
export function createHttpServer(listener: RequestListener, patience: Partial<typeof PATIENCE> = {}): Server {
  return createServer({ ...PATIENCE, ...patience }, listener);
}
