import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../common/hash.js';
import type { GraphVersion } from '../graph/version.js';
import type { State } from './follower.js';
import { Store, type Dump } from './store.js';

/** Another one whenever the columns change: a snapshot of another form is not taken up. */
const FORMAT = 'imr-columns-4';

interface Kept {
  readonly format: string;
  readonly version: GraphVersion;
  readonly dump: Dump;
}

/** Hexadecimal digits in front of the data. */
const HASH_LENGTH = 64;

/** Where the columns of a data folder are kept. */
export function snapshotFile(dataDir: string): string {
  return join(dataDir, 'columns.snapshot');
}

/** Keeps the columns in a file, for the next start. A process that ends meanwhile leaves the file as it was. */
export async function saveSnapshot(file: string, { store, version }: State): Promise<void> {
  const data = serialize({ format: FORMAT, version, dump: store.dump() } satisfies Kept);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, [sha256(data), data], { mode: 0o600 });
  await rename(unfinished, file);
}

/** What a file holds; undefined when there is none, or none that can be used. */
export async function loadSnapshot(file: string): Promise<State | undefined> {
  try {
    const bytes = await readFile(file);
    const data = bytes.subarray(HASH_LENGTH);
    if (bytes.toString('latin1', 0, HASH_LENGTH) !== sha256(data)) return undefined;
    const { format, version, dump } = deserialize(data) as Kept;
    return format === FORMAT ? { store: Store.load(dump), version } : undefined;
  } catch {
    return undefined;
  }
}
