import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFolders } from './state.js';

/*
 * A Neo4j that is killed while it makes its first databases leaves what it can never start from again. A file says that a first start is not
 * done yet; as long as it is there nobody has written anything, and what does not start may be thrown away.
 */

const marker = (dataDir: string): string => join(dataDir, 'first-start');
const hasStore = (dataDir: string, name: string): boolean => existsSync(databaseFolders(dataDir, name).store);

/** Whether an earlier first start was cut off. */
export function wasCutOff(dataDir: string): boolean {
  return existsSync(marker(dataDir));
}

/** Notes that a start is the first one, if it is. */
export function noteFirstStart(dataDir: string): void {
  if (wasCutOff(dataDir) || hasStore(dataDir, 'system')) return;
  // A graph that was imported is there before Neo4j's own database is.
  writeFileSync(marker(dataDir), hasStore(dataDir, 'neo4j') ? 'system' : 'system neo4j', {
    mode: 0o600,
  });
}

/** Notes that Neo4j answers: from now on somebody may have written there. */
export function endFirstStart(dataDir: string): void {
  rmSync(marker(dataDir), { force: true });
}

/** Takes away what a first start has made that was cut off. */
export function clearFirstStart(dataDir: string): void {
  const names = readFileSync(marker(dataDir), 'utf8').split(' ');
  const made = names.flatMap((name) => Object.values(databaseFolders(dataDir, name)));
  for (const path of [...made, join(dataDir, 'data', 'dbms')]) rmSync(path, { recursive: true, force: true });
  rmSync(marker(dataDir));
}
