import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ImrError, messageOf } from '../common/errors.js';
import type { Account } from './account.js';
import { program, type Binaries } from './binaries.js';
import type { Certificate } from './certificate.js';
import { newPassword } from './scram.js';

export const ADMINISTRATOR = 'postgres';

/** How the server is reached. */
export interface Listening {
  /** Address that it listens on. */
  readonly host: string;
  readonly port: number;
  /** Without a certificate connections are not encrypted. */
  readonly tls: Certificate | undefined;
}

const run = promisify(execFile);

/** The files of a cluster. */
export function clusterFiles(folder: string): Record<'data' | 'version' | 'password' | 'log', string> {
  return {
    data: join(folder, 'data'),
    version: join(folder, 'data', 'PG_VERSION'),
    password: join(folder, 'password'),
    log: join(folder, 'postgres.log'),
  };
}

/** Major version of PostgreSQL that the files are of; undefined when there are none yet. */
export function clusterMajor(folder: string): number | undefined {
  const { version } = clusterFiles(folder);
  return existsSync(version) ? Number(readFileSync(version, 'utf8')) : undefined;
}

/** The administrator's password. */
export function clusterPassword(folder: string): string {
  return readFileSync(clusterFiles(folder).password, 'utf8').trim();
}

/**
 * Makes the files of an empty cluster, unless they are there; it is there whole or not at all.
 * @throws {ImrError} POSTGRES_FAILED
 */
export async function prepareCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const { data, password } = clusterFiles(folder);
  if (existsSync(data)) return;
  const draft = `${data}.draft`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    own(folder, account);
    chmodSync(folder, 0o700);
    if (account !== undefined) chmodSync(dirname(folder), 0o711);
    writeFileSync(password, `${newPassword()}\n`, { mode: 0o600 });
    own(password, account);
    rmSync(draft, { recursive: true, force: true });
    const options = [`--pgdata=${draft}`, `--username=${ADMINISTRATOR}`, `--pwfile=${password}`];
    const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'];
    await run(join(binaries.folder, program('initdb')), [...options, ...settings], {
      ...account,
      cwd: folder,
    });
    renameSync(draft, data);
  } catch (error) {
    throw new ImrError(
      'POSTGRES_FAILED',
      `No files for PostgreSQL could be made in ${folder}: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

/** Writes who may connect and how, and what the server may take. */
export function writeConfiguration(folder: string, listening: Listening, account: Account | undefined): void {
  const { data } = clusterFiles(folder);
  write(join(data, 'pg_hba.conf'), accessRules(listening), account);
  write(join(data, 'imr.conf'), settings(folder, listening, account), account);
  const main = join(data, 'postgresql.conf');
  const text = readFileSync(main, 'utf8');
  if (!text.includes("include 'imr.conf'")) write(main, `${text}\ninclude 'imr.conf'\n`, account);
}

/** From this machine with a password; from others readers alone, and if there is a certificate, with encryption alone. */
function accessRules({ host, tls }: Listening): string {
  const here = ['127.0.0.1/32', '::1/128'].map((address) => `host all all ${address} scram-sha-256`);
  const others = `${tls === undefined ? 'host' : 'hostssl'} imr imr_reader all scram-sha-256`;
  return [...here, ...(isLocal(host) ? [] : [others]), ''].join('\n');
}

export function isLocal(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host);
}

function settings(folder: string, { host, port, tls }: Listening, account: Account | undefined): string {
  const lines = [
    `listen_addresses = '${host}'`,
    `port = ${port}`,
    // Files of sockets would have to be where this user may write.
    `unix_socket_directories = ''`,
    'password_encryption = scram-sha-256',
    // Nothing copies this server: what is written into a new table need not be logged.
    'wal_level = minimal',
    'max_wal_senders = 0',
    'max_wal_size = 4GB',
    'shared_buffers = 512MB',
    'work_mem = 64MB',
    'maintenance_work_mem = 256MB',
    'effective_cache_size = 2GB',
    'random_page_cost = 1.1',
    'jit = off',
    ...(tls === undefined ? ['ssl = off'] : tlsSettings(folder, tls, account)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The key must belong to the server's user: both files are copied. */
function tlsSettings(
  folder: string,
  { certificate, key }: Certificate,
  account: Account | undefined,
): string[] {
  const { data } = clusterFiles(folder);
  for (const [name, from] of [
    ['server.crt', certificate],
    ['server.key', key],
  ] as const) {
    write(join(data, name), readFileSync(from, 'utf8'), account);
  }
  return [
    'ssl = on',
    `ssl_cert_file = 'server.crt'`,
    `ssl_key_file = 'server.key'`,
    `ssl_min_protocol_version = 'TLSv1.2'`,
  ];
}

function write(path: string, text: string, account: Account | undefined): void {
  writeFileSync(path, text, { mode: 0o600 });
  own(path, account);
}

function own(path: string, account: Account | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}
