import { rmSync } from 'node:fs';
import { afterAll, expect } from '@jest/globals';
import { pino } from 'pino';
import { readAccessSettings, type AccessSettings } from '../../src/access/settings.js';
import { createMetrics } from '../../src/api/telemetry/metrics.js';
import { createServer, type BesideTheApi, type RunningServer } from '../../src/api/server.js';
import type { Logger } from '../../src/common/log.js';
import type { GraphClient } from '../../src/graph/client.js';
import { temporaryFolder } from './settings.js';

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
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** The data of an answer, which must be without errors. */
  data<Data = unknown>(query: string, variables?: object, headers?: Record<string, string>): Promise<Data>;
}

/** With it a request may change the graph. */
export const WRITE_TOKEN = 'a-token-of-the-tests';

/** The headers of a request that may. */
export const WRITER = { authorization: `Bearer ${WRITE_TOKEN}` };

/** The address that everything under test listens on. */
export const HOST = '127.0.0.1';

export interface ApiOptions {
  /** Undefined: a free one. */
  readonly port?: number;
  /** In seconds. */
  readonly queryTimeout?: number;
  readonly trustedDocumentsOnly?: boolean;
  readonly logLevel?: string;
  /** Whether there is a token that lets requests change the graph. */
  readonly mayWrite?: boolean;
  /** Who is let in beside. */
  readonly access?: Partial<AccessSettings>;
  /** What is served at the same port, with the server's log. */
  readonly beside?: (log: Logger) => BesideTheApi;
}

const started: RunningServer[] = [];
const folders: string[] = [];

afterAll(async () => {
  for (const server of started.splice(0)) await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Serves the API on a port of this machine, until the file's last test. */
export async function startApi(
  client: GraphClient,
  {
    port = 0,
    queryTimeout = 30,
    trustedDocumentsOnly = false,
    mayWrite = true,
    logLevel = 'info',
    access,
    beside,
  }: ApiOptions = {},
): Promise<TestApi> {
  const logged: string[] = [];
  const log = pino({ level: logLevel }, { write: (line: string) => void logged.push(line) });
  const dataDir = temporaryFolder('access');
  folders.push(dataDir);
  const server = await createServer({
    client,
    settings: { host: HOST, port, queryTimeout, trustedDocumentsOnly },
    access: {
      ...readAccessSettings({ host: HOST, dataDir }, {}),
      writeToken: mayWrite ? WRITE_TOKEN : undefined,
      ...access,
    },
    log,
    metrics: createMetrics(),
    beside: beside?.(log),
  });
  started.push(server);
  const ask: TestApi['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const data = async <Data>(...question: Parameters<TestApi['ask']>): Promise<Data> => {
    const { body } = await ask(...question);
    expect(body.errors).toBeUndefined();
    return body.data as Data;
  };
  return { ...server, logged, ask, data };
}
