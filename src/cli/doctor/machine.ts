import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freeBytes, gigabytes } from '../../common/disk.js';
import { messageOf } from '../../common/errors.js';
import type { Settings } from '../../common/settings.js';
import { dataFiles } from '../../engine/state.js';
import { clusterFiles } from '../../postgres/cluster.js';
import { filesFolder, otherAccount } from '../../postgres/account.js';
import { failure, isOpen, ok, skipped, warning, type Check, type Finding } from './check.js';

/** Bytes: below the first nothing can be written for long, below the second not for very long. */
const LEAST_ROOM = 500_000_000;
const LITTLE_ROOM = 5_000_000_000;

/** What the machine has to offer: the data directory, its room and secrets, the port. */
export function machineChecks(settings: Settings): Check[] {
  const { dataDir } = settings;
  return [
    { name: 'data directory', run: () => writable(dataDir) },
    { name: 'disk', run: () => room(dataDir) },
    { name: 'secrets', run: () => secrets(dataDir) },
    { name: 'port', run: () => port(settings) },
  ];
}

function writable(dataDir: string): Finding {
  const probe = join(dataDir, `doctor.${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe);
    return ok(dataDir);
  } catch (error) {
    return failure(
      messageOf(error),
      'give the user of this process the right to write there, or set IMR_DATA_DIR',
    );
  }
}

export async function room(dataDir: string, least = LEAST_ROOM, little = LITTLE_ROOM): Promise<Finding> {
  if (!existsSync(dataDir)) return skipped('there is no data directory');
  const free = await freeBytes(dataDir);
  const says = `${gigabytes(free)} free for ${dataDir}`;
  const remedy = 'make room: when the disk is full nothing can be written (sizes: docs/operations.md)';
  if (free < least) return failure(says, remedy);
  return free < little ? warning(says, remedy) : ok(says);
}

/** Files that hold passwords or letters, which nobody but their owner may read. */
function secrets(dataDir: string): Finding {
  if (process.platform === 'win32') return skipped('Windows has no such permissions');
  const files = dataFiles(dataDir);
  const postgres = filesFolder(dataDir, otherAccount());
  const held = [dataDir, files.password, clusterFiles(postgres).password, join(postgres, 'loader-password')];
  const open = held.filter((path) => existsSync(path) && isOpen(path, 0o077));
  if (open.length === 0) return ok('readable by their owner alone');
  const remedy = open.map((path) => `chmod ${statSync(path).isDirectory() ? 700 : 600} ${path}`).join('; ');
  return failure(`${open.join(', ')}: others can read it`, remedy);
}

/** Free, or the API's own. */
async function port({ host, port: wanted }: Settings): Promise<Finding> {
  if (wanted === 0) return ok('any free one (PORT=0)');
  const problem = await listeningProblem(host, wanted);
  if (problem === undefined) return ok(`${host}:${wanted} is free`);
  if (problem.code !== 'EADDRINUSE')
    return failure(`${host}:${wanted}: ${problem.message}`, 'set HOST and PORT to what this machine has');
  if (await isOurs(host, wanted)) return ok(`the API answers at ${host}:${wanted}`);
  return failure(`another program listens at ${host}:${wanted}`, 'end it, or set PORT to another port');
}

function listeningProblem(host: string, wanted: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', resolve);
    server.listen(wanted, host, () =>
      server.close(() => {
        resolve(undefined);
      }),
    );
  });
}

async function isOurs(host: string, wanted: number): Promise<boolean> {
  const reached =
    { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  try {
    const response = await fetch(`http://${reached}:${wanted}/healthz`, {
      signal: AbortSignal.timeout(3_000),
    });
    return ((await response.json()) as { status?: unknown }).status === 'up';
  } catch {
    return false;
  }
}
