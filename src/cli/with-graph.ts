import { ImrError } from '../common/errors.js';
import { createLogger, type Logger } from '../common/log.js';
import { readSettings, type Settings } from '../common/settings.js';
import { onShutdown } from '../common/shutdown.js';
import { openDatabase, type Database } from '../engine/database.js';
import { GraphClient, type Connection, type GraphClientOptions } from '../graph/client.js';
import { refuseNewerSchema } from '../graph/migrations.js';

/** What a command that uses the graph is given. */
export interface GraphSession {
  readonly client: GraphClient;
  /** Of the client, for others like it. */
  readonly connection: Connection & Pick<Database, 'browserUrl'>;
  readonly settings: Settings;
  readonly log: Logger;
  /** Aborted by Ctrl-C and SIGTERM: the work then ends as soon as it leaves things whole. */
  readonly signal: AbortSignal;
}

/**
 * Opens the database (and the embedded engine, when it is the one), does the work, and closes what it opened.
 * @throws {ImrError} SCHEMA_TOO_NEW, and as `openDatabase`
 */
export async function withGraph(
  work: (session: GraphSession) => Promise<void>,
  options?: GraphClientOptions,
): Promise<void> {
  const settings = readSettings();
  const log = createLogger(settings.logLevel);
  const controller = new AbortController();
  let finished: Promise<void> | undefined;
  // While the database is still being opened there is nothing to wait for: an engine that is starting sees this process
  // end, and ends too.
  const release = onShutdown(async () => {
    controller.abort();
    await finished;
  });
  try {
    const database = await openDatabase(settings, { log });
    const client = new GraphClient(database, options);
    const session = { client, connection: database, settings, log, signal: controller.signal };
    finished = refuseNewer(client)
      .then(() => work(session))
      .finally(async () => {
        await client.close();
        await database.close();
      });
    await finished;
  } finally {
    release();
  }
}

/** A database that does not answer is for the command to tell: the API starts all the same. */
async function refuseNewer(client: GraphClient): Promise<void> {
  try {
    await client.verify();
    await refuseNewerSchema((name) => client.read(name));
  } catch (error) {
    if (error instanceof ImrError && error.code === 'SCHEMA_TOO_NEW') throw error;
  }
}
