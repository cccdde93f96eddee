import type { Command } from 'commander';
import { ImrError } from '../common/errors.js';
import { readSettings, type Settings } from '../common/settings.js';
import { readTotals } from '../graph/totals.js';
import { printable } from '../documents/document.js';
import { checkMart } from '../mart/check.js';
import { MartDatabase } from '../mart/database.js';
import { definition } from '../mart/definition.js';
import { followGraph } from '../mart/follow.js';
import { martLag } from '../mart/lag.js';
import { createReader, READER, renewReader } from '../mart/reader.js';
import { martState } from '../mart/state.js';
import { managedAccess, type Access } from '../postgres/access.js';
import { obtainPostgres, runningPostgres, stopPostgres, type PostgresOptions } from '../postgres/server.js';
import { martAccess } from './mart-access.js';
import { progressBar } from './progress-bar.js';
import { wholeNumber } from './whole-number.js';
import { withGraph, type GraphSession } from './with-graph.js';

/** Exit code of `status` when no mart answers, as service managers have it. */
const NOT_RUNNING = 3;

/** Exit code of `check`. */
const DIFFERS = 1;
/** Differences that are named. */
const NAMED = 20;

/** In milliseconds: a page of the largest letters, on a machine that has much else to do. */
const TIMEOUT = 120_000;

interface StartOptions extends Pick<PostgresOptions, 'host' | 'port'> {
  readonly tls?: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

export function registerBi(program: Command): void {
  const bi = program
    .command('bi')
    .description('The BI connector: the graph as a star schema in PostgreSQL, for tools that speak SQL');
  bi.command('start')
    .description(
      'Runs PostgreSQL (unless BI_DATABASE_URL names one), and keeps the mart in step with the graph',
    )
    .option('--host <address>', 'address that PostgreSQL listens on (default: 127.0.0.1)')
    .option('--port <number>', 'its port (default: the one that it had, at first 5440)', wholeNumber)
    .option('--tls', 'encryption with a certificate of its own making: those from other machines must use it')
    .option('--tls-cert <file>', 'the same with your own certificate, in PEM')
    .option('--tls-key <file>', 'its key, in PEM')
    .action((options: StartOptions) => withGraph((session) => start(session, options), { timeout: TIMEOUT }));
  bi.command('stop').description('Stops the managed PostgreSQL').action(stop);
  bi.command('status')
    .description('Says what the mart holds, and how far it is behind the graph')
    .addHelpText('after', `\nExit codes: 0 the mart answers, ${NOT_RUNNING} it does not.`)
    .action(() => withGraph(status));
  bi.command('schema')
    .description('Prints the SQL that makes the mart: tables, comments, views')
    .action(() => void process.stdout.write(definition()));
  bi.command('rebuild')
    .description('Has the mart made anew of the whole graph, by the `bi start` that runs or the next one')
    .action(rebuild);
  bi.command('check')
    .description('Counts mart and graph, case by case, and names what differs')
    .addHelpText('after', `\nExit codes: 0 both count alike, ${DIFFERS} they do not, or failure.`)
    .action(() => withGraph(check, { timeout: TIMEOUT }));
  bi.command('password').description('Gives the reader another password, and shows it once').action(password);
}

async function start(session: GraphSession, options: StartOptions): Promise<void> {
  const { dataDir, biDatabaseUrl } = session.settings;
  const isManaged = biDatabaseUrl === undefined;
  // A server that another process keeps is not ended by this one, unless it is left alone and this one takes it over.
  let isOurs = isManaged && runningPostgres(dataDir) === undefined;
  try {
    await keepInStep(session, options, () => {
      isOurs = isManaged;
    });
  } finally {
    if (isOurs) await stopPostgres(dataDir);
  }
}

/** @param onReady called when the mart first shows the state of the graph */
async function keepInStep(session: GraphSession, options: StartOptions, onReady: () => void): Promise<void> {
  const { client, settings, signal, log } = session;
  const access = await startedAccess(settings, options);
  const readerPassword = await withMart(access.administrator, createReader);
  const { cases } = await readTotals(client);
  const bar = progressBar('filling the mart', 'cases');
  await followGraph(client, {
    connect: async () => (await startedAccess(settings, options)).loader,
    log,
    signal,
    onProgress: (read) => {
      if (!bar.isActive) bar.start(Math.max(cases, read), 0);
      bar.update(read);
    },
    onReady: () => {
      bar.stop();
      process.stdout.write(describe(access, readerPassword));
      onReady();
    },
  }).finally(() => {
    bar.stop();
  });
}

async function stop(): Promise<void> {
  const { biDatabaseUrl, dataDir } = readSettings();
  if (biDatabaseUrl !== undefined)
    throw new ImrError('BAD_SETTING', 'BI_DATABASE_URL is set, so there is no managed PostgreSQL to stop');
  process.stdout.write((await stopPostgres(dataDir)) ? 'stopped\n' : 'not running\n');
}

async function rebuild(): Promise<void> {
  const access = martAccess(readSettings());
  if (access === undefined) throw notRunning();
  await withMart(access.loader, (database) => database.run('write/outdate'));
  process.stdout.write('the mart is made anew; readers see its former state until then\n');
}

async function status({ client, settings }: GraphSession): Promise<void> {
  const access = martAccess(settings);
  if (access === undefined) {
    process.stdout.write('not running\n');
    process.exitCode = NOT_RUNNING;
    return;
  }
  const state = await withMart(access.loader, martState);
  const { changes } = await martLag(client, state);
  const loaded = state.loadedAt === null ? 'never' : state.loadedAt.toISOString();
  process.stdout.write(
    [
      describe(access, undefined),
      `cases     ${state.cases ?? 0}\n`,
      `revision  ${state.version?.revision ?? 'none'}, loaded ${loaded}\n`,
      `lag       ${changes === null ? 'has to be made anew' : `${changes} changes of the graph`}\n`,
    ].join(''),
  );
}

async function check({ client, settings }: GraphSession): Promise<void> {
  const access = martAccess(settings);
  if (access === undefined) throw notRunning();
  const { differences, isMoving } = await withMart(access.loader, (database) => checkMart(client, database));
  const more = differences.length - NAMED;
  const lines = [
    differences.length === 0 ? 'mart and graph count alike' : `${differences.length} differences`,
    ...differences.slice(0, NAMED).map((line) => `  ${printable(line)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(isMoving ? ['the mart is behind the graph, or the graph was written meanwhile: check again'] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (differences.length > 0) process.exitCode = DIFFERS;
}

async function password(): Promise<void> {
  const access = martAccess(readSettings());
  if (access === undefined) throw notRunning();
  process.stdout.write(describe(access, await withMart(access.administrator, renewReader)));
}

async function startedAccess(settings: Settings, options: StartOptions): Promise<Access> {
  const { biDatabaseUrl: own, dataDir } = settings;
  if (own !== undefined) return { administrator: own, loader: own };
  const { host, port } = options;
  return managedAccess(await obtainPostgres(dataDir, { host, port, tls: wantedTls(options) }));
}

function wantedTls({ tls, tlsCert: certificate, tlsKey: key }: StartOptions): PostgresOptions['tls'] {
  if (certificate !== undefined && key !== undefined) return { certificate, key };
  if (certificate !== undefined || key !== undefined)
    throw new ImrError('BAD_SETTING', '--tls-cert and --tls-key go together');
  return tls === true ? 'own' : undefined;
}

function notRunning(): ImrError {
  return new ImrError('MART_UNAVAILABLE', 'The mart does not run: `imr bi start`');
}

async function withMart<Result>(
  url: string,
  work: (database: MartDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await MartDatabase.open(url);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function describe({ loader }: Access, readerPassword: string | undefined): string {
  const { host, pathname } = new URL(loader);
  const secret =
    readerPassword === undefined ? '(`imr bi password` makes another)' : `${readerPassword} (shown once)`;
  return [`mart      postgres://${READER}@${host}${pathname}, schema imr`, `password  ${secret}`, ''].join(
    '\n',
  );
}
