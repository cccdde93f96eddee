import { spawn } from 'node:child_process';
import { closeSync, fchownSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort, { clearLockedPorts } from 'get-port';
import { ImrError, messageOf } from '../common/errors.js';
import { hasEnded, identify, isRunning, signalProcess, type ProcessIdentity } from '../common/process.js';
import { readJson, writeWhole } from '../common/whole-file.js';
import { filesFolder, otherAccount } from './account.js';
import { findBinaries, program } from './binaries.js';
import { ownCertificate, type Certificate } from './certificate.js';
import { clientOf } from './client.js';
import {
  ADMINISTRATOR,
  clusterFiles,
  clusterMajor,
  clusterPassword,
  isLocal,
  prepareCluster,
  writeConfiguration,
  type Listening,
} from './cluster.js';

/** A PostgreSQL that runs on the files of a data directory. */
export interface Postgres {
  readonly process: ProcessIdentity;
  readonly folder: string;
  /** Where this machine reaches it. */
  readonly address: { readonly host: string; readonly port: number };
}

export interface PostgresOptions {
  /** Address to listen on; by default this machine alone reaches it. */
  readonly host?: string | undefined;
  /** By default the one that it had, so that what is set up in tools stays good. */
  readonly port?: number | undefined;
  /** A certificate and its key, or `own`: one that is made for it ({@link ownCertificate}). */
  readonly tls?: Certificate | 'own' | undefined;
}

const USUAL_PORT = 5440;
const START_LIMIT = 60_000;
const STOP_LIMIT = 30_000;

/**
 * The PostgreSQL of the data directory: the one that runs there, else a new one.
 * @throws {ImrError} POSTGRES_NOT_FOUND, POSTGRES_FAILED
 */
export async function obtainPostgres(dataDir: string, options: PostgresOptions = {}): Promise<Postgres> {
  const running = runningPostgres(dataDir);
  if (running !== undefined) {
    await waitUntilReady(running);
    return running;
  }
  const account = otherAccount();
  const folder = filesFolder(dataDir, account);
  const binaries = await findBinaries(clusterMajor(folder));
  await prepareCluster(folder, binaries, account);
  const listening = await listeningOf(dataDir, folder, options);
  writeConfiguration(folder, listening, account);
  const { data, log } = clusterFiles(folder);
  const output = openSync(log, 'w', 0o600);
  if (account !== undefined) fchownSync(output, account.uid, account.gid);
  // A process group of its own: Ctrl-C reaches this process alone, which then decides how the server ends.
  const child = spawn(join(binaries.folder, program('postgres')), ['-D', data], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.once('error', () => undefined);
  const own = child.pid === undefined ? undefined : identify(child.pid);
  if (own === undefined) throw new ImrError('POSTGRES_FAILED', `${binaries.folder} cannot be run`);
  child.unref();
  const { host, port } = listening;
  const postgres = { process: own, folder, address: { host: isLocal(host) ? host : '127.0.0.1', port } };
  writeState(dataDir, postgres);
  await waitUntilReady(postgres);
  return postgres;
}

/** The PostgreSQL whose process runs on the data directory; undefined when there is none. */
export function runningPostgres(dataDir: string): Postgres | undefined {
  const state = readState(dataDir);
  return state !== undefined && isRunning(state.process) ? state : undefined;
}

/**
 * Stops the PostgreSQL of the data directory; whoever is connected is cut off, nothing that was committed is lost.
 * @returns false when none ran.
 */
export async function stopPostgres(dataDir: string): Promise<boolean> {
  const running = runningPostgres(dataDir);
  if (running === undefined) return false;
  // "Fast": it ends the sessions and writes what is left.
  signalProcess(running.process, 'SIGINT');
  if (await hasEnded(running.process, STOP_LIMIT)) return true;
  signalProcess(running.process, 'SIGQUIT');
  await hasEnded(running.process, STOP_LIMIT);
  return true;
}

/** As the administrator. */
export function administratorUrl({ folder, address }: Postgres, database: string): string {
  return urlOf(address, ADMINISTRATOR, clusterPassword(folder), database);
}

export function urlOf(
  { host, port }: Postgres['address'],
  user: string,
  password: string,
  database: string,
): string {
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

async function listeningOf(
  dataDir: string,
  folder: string,
  { host = '127.0.0.1', port, tls: wanted }: PostgresOptions,
): Promise<Listening> {
  const tls = wanted === 'own' ? await ownCertificate(folder, host) : wanted;
  if (port !== undefined) return { host, port, tls };
  // It would not give a port again that it gave a moment ago: of a server that was killed.
  clearLockedPorts();
  const former = readState(dataDir)?.address.port ?? USUAL_PORT;
  return { host, port: await getPort({ host: '127.0.0.1', port: former }), tls };
}

async function waitUntilReady(postgres: Postgres): Promise<void> {
  const deadline = Date.now() + START_LIMIT;
  for (;;) {
    const problem = await connecting(administratorUrl(postgres, 'postgres'));
    if (problem === undefined) return;
    if (!isRunning(postgres.process) || Date.now() > deadline) {
      const lines = readFileSync(clusterFiles(postgres.folder).log, 'utf8').trimEnd().split('\n').slice(-10);
      throw new ImrError('POSTGRES_FAILED', `PostgreSQL did not start: ${problem}\n${lines.join('\n')}`);
    }
    await sleep(100);
  }
}

/** What keeps one from connecting; undefined when nothing does. */
async function connecting(url: string): Promise<string | undefined> {
  const client = clientOf(url);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return messageOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

function readState(dataDir: string): Postgres | undefined {
  return readJson(stateFile(dataDir)) as Postgres | undefined;
}

function writeState(dataDir: string, state: Postgres): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeWhole(stateFile(dataDir), JSON.stringify(state));
}
