import type { GraphClient, Run } from './client.js';

/** Which state of the graph was seen: equal tokens, equal graphs. */
export interface GraphVersion {
  /** Counts up with every change; after a backup was restored, from where that one was. */
  readonly revision: number;
  /** Another one with every change, and never one that was there before. */
  readonly token: string;
}

/** Seconds after a change in which its version is not told: far longer than Neo4j takes to make a commit visible. */
export const SETTLED_FOR = 10;

/** Changes that are logged; who follows the graph and stands further back reads all of it anew. */
const CHANGES_KEPT = 2_000;

/**
 * Moves the version, so that whatever was kept of the graph is known to be old: a part of every transaction that changes anything.
 * @param cases ids of the cases that were written or removed: none when only records of files were; null when it may be anything
 */
export async function moveVersion(run: Run, cases: readonly string[] | null): Promise<void> {
  await run('write/move-version', { change: { cases, kept: CHANGES_KEPT } });
}

/** The version of the graph; undefined when it has changed in the last seconds, so that what is read may not be all of it. */
export async function readVersion(client: GraphClient): Promise<GraphVersion | undefined> {
  const [version] = await client.read<GraphVersion>('read/graph-version', { settledFor: SETTLED_FOR });
  return version;
}

/** A version that may have been moved this moment. */
export interface CurrentVersion extends GraphVersion {
  /** Whether {@link readVersion} would tell it. */
  readonly settled: boolean;
}

/** The version of the graph, be it settled or not; undefined when nobody has ever written to the graph. */
export async function currentVersion(client: GraphClient): Promise<CurrentVersion | undefined> {
  const [version] = await client.read<CurrentVersion>('read/version-now', { settledFor: SETTLED_FOR });
  return version;
}

/** One move of the version. */
export interface Change extends GraphVersion {
  /** Ids of the cases that were written or removed; null when anything may have changed. */
  readonly cases: readonly string[] | null;
}

/** The logged changes from one revision on, in their order; the first is that revision itself, unless it is forgotten. */
export function readChanges(client: GraphClient, revision: number): Promise<Change[]> {
  return client.read<Change>('read/changes', { revision });
}

/** What was changed after a version. */
export interface ChangesSince {
  /** How often the version was moved. */
  readonly moves: number;
  /** Ids of the cases that were written or removed, each once. */
  readonly cases: readonly string[];
  /** Where that leads to. */
  readonly version: GraphVersion;
}

/** Undefined when the log does not tell which cases: it does not reach back, or the graph is another, or anything may have changed. */
export async function changesSince(
  client: GraphClient,
  { revision, token }: GraphVersion,
): Promise<ChangesSince | undefined> {
  const [own, ...changes] = await readChanges(client, revision);
  const last = changes.at(-1);
  if (own?.token !== token || last === undefined) return undefined;
  const changed = new Set<string>();
  for (const { cases } of changes) {
    if (cases === null) return undefined;
    for (const id of cases) changed.add(id);
  }
  const version = { revision: last.revision, token: last.token };
  return { moves: changes.length, cases: [...changed], version };
}
