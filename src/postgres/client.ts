import pg from 'pg';

/** How long to wait for a server that does not answer, in milliseconds. */
const PATIENCE = 5_000;

/**
 * A client that is not connected yet.
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; never logged
 */
export function clientOf(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE,
    application_name: 'imr-graph',
  });
  // A server that goes away between two statements is told of by the next one.
  client.on('error', () => undefined);
  return client;
}
