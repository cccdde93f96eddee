import { afterAll, expect } from '@jest/globals';
import { pino } from 'pino';
import { createMetrics } from '../../src/api/metrics.js';
import { createServer, type RunningServer } from '../../src/api/server.js';
import type { GraphClient } from '../../src/graph/client.js';

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions?: {
        readonly code: string;
        readonly fields?: readonly { path: string; message: string }[];
      };
    }[];
  };
}

export interface TestApi extends RunningServer {
  /** Everything that was logged, as JSON lines. */
  readonly logged: readonly string[];
  ask(query: string, variables?: object): Promise<Answer>;
  /** The data of an answer, which must be without errors. */
  data<Data = unknown>(query: string, variables?: object): Promise<Data>;
}

const started: RunningServer[] = [];

afterAll(async () => {
  for (const server of started.splice(0)) await server.close();
});

/** Serves the API on a port of this machine, if none is given on a free one, until the file's last test. */
export async function startApi(
  client: GraphClient,
  port = 0,
  queryTimeout = 30,
  trustedDocumentsOnly = false,
): Promise<TestApi> {
  const logged: string[] = [];
  const server = await createServer({
    client,
    settings: { host: '127.0.0.1', port, queryTimeout, trustedDocumentsOnly },
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    metrics: createMetrics(),
  });
  started.push(server);
  const ask = async (query: string, variables: object = {}): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const data = async <Data>(query: string, variables?: object): Promise<Data> => {
    const { body } = await ask(query, variables);
    expect(body.errors).toBeUndefined();
    return body.data as Data;
  };
  return { ...server, logged, ask, data };
}
