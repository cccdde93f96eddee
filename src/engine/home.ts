import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ImrError } from '../common/errors.js';
import { databaseFolders, dataFiles, type Ports } from './state.js';

/** The addresses below are local: nothing outside this machine reaches the engine. */
export const LISTEN_ADDRESS = '127.0.0.1';

/** Makes the data directory, readable by its owner alone, with the folders that are written to before Neo4j starts. */
export function prepareHome(dataDir: string): void {
  const files = dataFiles(dataDir);
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o700);
  mkdirSync(dirname(files.configuration), { recursive: true });
  mkdirSync(dirname(files.console), { recursive: true });
}

/**
 * The password of this data directory, generated the first time.
 * @throws {ImrError} ENGINE_FAILED when there is a database whose password file is gone.
 */
export function ensurePassword(dataDir: string): string {
  const { password } = dataFiles(dataDir);
  if (!existsSync(password)) {
    if (existsSync(databaseFolders(dataDir, 'system').store)) {
      throw new ImrError(
        'ENGINE_FAILED',
        `${password} is missing, but the database in ${dataDir} has a password: restore the file`,
      );
    }
    const draft = `${password}.draft`;
    writeFileSync(draft, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    renameSync(draft, password);
  }
  return readPassword(dataDir);
}

export function readPassword(dataDir: string): string {
  return readFileSync(dataFiles(dataDir).password, 'utf8').trim();
}

/** Writes neo4j.conf: local addresses, no call to anything remote, little disk and a quick stop. */
export function writeConfiguration(dataDir: string, ports: Ports, pageCache: string): void {
  const lines = [
    `server.default_listen_address=${LISTEN_ADDRESS}`,
    'server.bolt.enabled=true',
    `server.bolt.listen_address=${LISTEN_ADDRESS}:${ports.bolt}`,
    `server.bolt.advertised_address=${LISTEN_ADDRESS}:${ports.bolt}`,
    'server.http.enabled=true',
    `server.http.listen_address=${LISTEN_ADDRESS}:${ports.http}`,
    `server.http.advertised_address=${LISTEN_ADDRESS}:${ports.http}`,
    'dbms.usage_report.enabled=false',
    'client.allow_telemetry=false',
    // Browser plays guides of this machine alone; of an address it compares the host without its port.
    `browser.remote_content_hostname_whitelist=localhost,${LISTEN_ADDRESS}`,
    // Whoever may read the graph may not read files of this machine.
    'dbms.security.allow_csv_import_from_file_urls=false',
    'db.logs.query.enabled=OFF',
    // A restored graph has not come as far as clients may have seen: they are told soon, and forget that.
    'db.transaction.bookmark_ready_timeout=2s',
    `server.memory.pagecache.size=${pageCache}`,
    // Otherwise each of the two databases reserves 256 MB of transaction log.
    'db.tx_log.preallocate=false',
    // What was removed is not to stay there for longer than a recovery needs it (docs/privacy.md).
    'db.tx_log.rotation.retention_policy=keep_none',
    // Otherwise Bolt idles 10 s before it ends, although no connection is left.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    'internal.server.bolt.thread_pool_shutdown_wait_time=1s',
  ];
  writeFileSync(dataFiles(dataDir).configuration, `${lines.join('\n')}\n`);
}
