import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { readAccessSettings, type AccessSettings } from '../access/settings.js';
import { observeGraph } from '../api/telemetry/graph-metrics.js';
import { observeMart } from '../api/telemetry/mart-metrics.js';
import { createMetrics, type Metrics } from '../api/telemetry/metrics.js';
import type { Tracing } from '../api/telemetry/request-trace.js';
import { createServer } from '../api/server.js';
import { warmUp } from '../api/warm-up.js';
import { openBrowser, type OpenBrowser } from '../browser/browser.js';
import { ImrError } from '../common/errors.js';
import { projectFolder } from '../common/project.js';
import { readSettings } from '../common/settings.js';
import { Columns } from '../columns/columns.js';
import { snapshotFile } from '../columns/snapshot.js';
import { migrate } from '../graph/migrations.js';
import { isEmpty } from '../graph/writer.js';
import { ingest } from '../ingest/ingest.js';
import { martAccess } from './mart-access.js';
import { withGraph, type GraphSession } from './with-graph.js';

const samples = join(projectFolder, 'samples');

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('Serves the API over the graph as it is')
    .action(() => run(serve));
  program
    .command('start')
    .description('Serves the API; an empty graph gets the sample letters first')
    .action(() => run(start));
}

/** What serving needs beside the graph; there before it is opened, so that a wrong setting is told at once. */
interface Serving {
  readonly access: AccessSettings;
  readonly metrics: Metrics;
}

async function run(command: (session: GraphSession, serving: Serving) => Promise<void>): Promise<void> {
  const serving = { access: readAccessSettings(readSettings()), metrics: createMetrics() };
  const { observeStatement: onStatement } = serving.metrics;
  await withGraph((session) => command(session, serving), { onStatement });
}

async function start(session: GraphSession, serving: Serving): Promise<void> {
  try {
    await loadSamples(session);
  } catch (error) {
    // The API starts all the same: it says that the database is down, and recovers when it is back.
    if (!(error instanceof ImrError && error.code === 'DATABASE_UNAVAILABLE')) throw error;
    session.log.warn({ err: error }, 'no sample letters: the database is down');
  }
  await serve(session, serving);
}

async function loadSamples({ client, settings, log, signal }: GraphSession): Promise<void> {
  await migrate(client);
  if (!(await isEmpty(client))) return;
  const { ingested } = await ingest(client, [samples], { signal, redact: settings.redact });
  log.info({ ingested }, 'the graph was empty: sample letters are in it now');
}

/** Serves until the process is asked to end. */
async function serve(session: GraphSession, serving: Serving): Promise<void> {
  const { client, settings, signal } = session;
  const { metrics } = serving;
  if (signal.aborted) return;
  observeGraph(metrics.registry, client);
  observeMart(metrics.registry, client, () => martAccess(settings)?.loader);
  const columns = settings.columns ? keepColumns(session, metrics) : undefined;
  const tracing = await tracingTo(session);
  try {
    await answer(session, serving, tracing);
  } finally {
    await tracing?.close();
    await columns?.close();
  }
}

async function answer(
  session: GraphSession,
  { access, metrics }: Serving,
  tracing: Tracing | undefined,
): Promise<void> {
  const { client, settings, log, signal } = session;
  const browser = browserOf(session, access);
  const server = await createServer({ client, settings, access, log, metrics, tracing, beside: browser });
  process.stdout.write(`ready ${server.url}/graphql\n`);
  if (browser) process.stdout.write(`browser ${server.url}${browser.startPath}\n`);
  void warmUp(server, signal, log);
  await once(signal, 'abort');
  if (settings.drain > 0) {
    server.announceEnd();
    await sleep(settings.drain * 1_000);
  }
  await server.close();
}

/** Its libraries are loaded only when somebody listens. */
async function tracingTo({ settings, log }: GraphSession): Promise<Tracing | undefined> {
  if (settings.otlpEndpoint === undefined) return undefined;
  const { createTracing } = await import('../api/telemetry/tracing.js');
  return createTracing(log);
}

/** Neo4j Browser, which only the embedded engine brings along. It knows no keys: it is for servers that everybody may ask. */
function browserOf(
  { connection, settings, log }: GraphSession,
  { anonymousReading }: AccessSettings,
): OpenBrowser | undefined {
  const { browserUrl, uri, user, password, database } = connection;
  if (!settings.browser || !anonymousReading || browserUrl === undefined) return undefined;
  const reading = { user, password, database, timeout: settings.queryTimeout };
  return openBrowser({ uri, browserUrl, reading, host: settings.host, log });
}

/** From now on analytics are answered from memory wherever they can be. */
function keepColumns({ client, connection, settings, log }: GraphSession, metrics: Metrics): Columns {
  const { observeColumns: onProgress, observeShortcut: onAnswer } = metrics;
  const columns = new Columns(connection, snapshotFile(settings.dataDir), {
    log,
    onProgress,
    onAnswer,
  });
  client.answerBy(columns.shortcut);
  return columns;
}
