import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { pino } from 'pino';
import { createMetrics } from '../../src/api/metrics.js';
import { createServer, type RunningServer } from '../../src/api/server.js';
import { openBrowser } from '../../src/browser/browser.js';
import { projectFolder } from '../../src/common/project.js';
import { addresses } from '../../src/engine/database.js';
import { readState } from '../../src/engine/state.js';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import { emptyGraph, testConnection } from './graph.js';

const HOST = '127.0.0.1';
const started: RunningServer[] = [];

afterAll(async () => {
  for (const server of started.splice(0)) await server.close();
});

/**
 * The API with Neo4j Browser beside it, as `imr serve` has it, until the file's last test.
 * @param options where Bolt is spoken, and how long a transaction may take, in seconds
 */
export async function startWithBrowser(
  client: GraphClient,
  { uri = testConnection().uri, timeout = 30 } = {},
): Promise<RunningServer & { readonly logged: readonly string[] }> {
  const { user, password, database } = testConnection();
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const server = await createServer({
    client,
    settings: { host: HOST, port: 0, queryTimeout: 30, trustedDocumentsOnly: false, writeToken: undefined },
    log,
    metrics: createMetrics(),
    beside: openBrowser({
      uri,
      browserUrl: browserUrl(),
      reading: { user, password, database, timeout },
      host: HOST,
      log,
    }),
  });
  started.push(server);
  return { ...server, logged };
}

/** A graph of the project's own sample letters. */
export async function sampleGraph(): Promise<GraphClient> {
  const client = await emptyGraph();
  await ingest(client, [join(projectFolder, 'samples')]);
  return client;
}

/** Where the engine of this worker serves the files of Browser. */
function browserUrl(): string {
  const { IMR_TEST_ENGINES: folder = '', JEST_WORKER_ID: worker = '' } = process.env;
  const state = readState(join(folder, worker));
  if (state === undefined) throw new Error('No test engine: run through jest, which starts one.');
  return addresses(state.ports).browserUrl;
}
