import { join } from 'node:path';
import { openBrowser } from '../../src/browser/browser.js';
import { projectFolder } from '../../src/common/project.js';
import { addresses } from '../../src/engine/database.js';
import { readState } from '../../src/engine/state.js';
import type { GraphClient } from '../../src/graph/client.js';
import { ingest } from '../../src/ingest/ingest.js';
import { HOST, startApi, type TestApi } from './api.js';
import { emptyGraph, testConnection } from './graph.js';

/**
 * The API with Neo4j Browser beside it, as `imr serve` has it, until the file's last test.
 * @param options where Bolt is spoken, and how long a transaction may take, in seconds
 */
export function startWithBrowser(
  client: GraphClient,
  { uri = testConnection().uri, timeout = 30 } = {},
): Promise<TestApi> {
  const { user, password, database } = testConnection();
  const reading = { user, password, database, timeout };
  return startApi(client, {
    beside: (log) => openBrowser({ uri, browserUrl: browserUrl(), reading, host: HOST, log }),
  });
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
