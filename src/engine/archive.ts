import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ImrError } from '../common/errors.js';
import { runAdminTool } from './admin-tool.js';
import { DATABASE } from './server.js';

/** What the admin tool calls the file that it writes and reads. */
const DUMP = `${DATABASE}.dump`;
const HEAP = '1g';

/**
 * Writes the database of a data directory into one compressed file. No engine may run there, and the last one must have ended in an orderly
 * way.
 * @param folder for the work, which must not be there; it goes again
 * @param file is there only when all of it is
 * @throws {ImrError} BACKUP_FAILED; the signal's reason
 */
export async function dumpDatabase(
  dataDir: string,
  folder: string,
  file: string,
  signal?: AbortSignal,
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    await archive(dataDir, folder, ['dump', DATABASE, `--to-path=${resolve(folder)}`], signal);
    renameSync(join(folder, DUMP), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes the database of a data directory out of such a file; what it held is gone. No engine may run there.
 * @throws {ImrError} BACKUP_FAILED; the signal's reason
 */
export async function loadDatabase(dataDir: string, file: string, signal?: AbortSignal): Promise<void> {
  const folder = join(dataDir, 'dump');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  symlinkSync(resolve(file), join(folder, DUMP));
  try {
    const from = `--from-path=${resolve(folder)}`;
    await archive(dataDir, folder, ['load', DATABASE, from, '--overwrite-destination=true'], signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function archive(
  dataDir: string,
  folder: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { code, lines } = await runAdminTool(dataDir, folder, ['database', ...args, '--verbose'], {
    heap: HEAP,
    signal,
  });
  if (code !== 0)
    throw new ImrError('BACKUP_FAILED', `Neo4j's admin tool ended with ${code}:\n${lines.join('\n')}`);
}
