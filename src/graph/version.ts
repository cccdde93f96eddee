import type { GraphClient, Run } from './client.js';

/** Which state of the graph was seen: equal tokens, equal graphs. */
export interface GraphVersion {
  /** Counts up with every change; after a backup was restored, from where that one was. */
  readonly revision: number;
  /** Another one with every change, and never one that was there before. */
  readonly token: string;
}

/** Seconds after a change in which its version is not told: far longer than Neo4j takes to make a commit visible. */
const SETTLED_FOR = 10;

/** Moves the version, so that whatever was kept of the graph is known to be old: a part of every transaction that changes anything. */
export async function moveVersion(run: Run): Promise<void> {
  await run('write/move-version');
}

/** The version of the graph; undefined when it has changed in the last seconds, so that what is read may not be all of it. */
export async function readVersion(client: GraphClient): Promise<GraphVersion | undefined> {
  const [version] = await client.read<GraphVersion>('read/graph-version', { settledFor: SETTLED_FOR });
  return version;
}
