import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { TlsFiles } from '../../access/settings.js';
import { ImrError, messageOf } from '../../common/errors.js';

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

interface HttpServerOptions {
  readonly patience?: Partial<typeof PATIENCE>;
  /** Undefined: without TLS. */
  readonly tls?: TlsFiles | undefined;
}

/**
 * A server that does not wait for clients without end.
 * @throws {ImrError} BAD_SETTING when certificate and key cannot be used
 */
export function createHttpServer(
  listener: RequestListener,
  { patience = {}, tls }: HttpServerOptions = {},
): Server {
  const options = { ...PATIENCE, ...patience };
  if (tls === undefined) return createServer(options, listener);
  try {
    const [cert, key] = [readFileSync(tls.cert), readFileSync(tls.key)];
    return createTlsServer({ ...options, cert, key, minVersion: 'TLSv1.2' }, listener);
  } catch (error) {
    throw new ImrError('BAD_SETTING', `TLS_CERT and TLS_KEY cannot be used: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
