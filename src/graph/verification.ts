import type { GraphClient } from './client.js';
import { listMigrations, pendingMigrations } from './migrations.js';
import { currentVersion } from './version.js';

/** Something that must hold of a graph, and where it does not. */
export interface Difference {
  /** What must hold, in words. */
  readonly what: string;
  /** Id of the node, revision, or name of the index or migration. */
  readonly where: string;
}

/** One part of a verification. */
export interface Check {
  readonly name: string;
  /** Tells the differences as it finds them, some at a time, so that any number of nodes takes the same memory. */
  readonly run: (client: GraphClient) => AsyncIterable<readonly Difference[]>;
}

/** All of one kind of difference: how many, and where the first of them are. */
export interface DifferenceSummary {
  readonly check: string;
  readonly what: string;
  readonly count: number;
  /** 20 at most. */
  readonly first: readonly string[];
}

export interface Verification {
  /** None when all holds. */
  readonly differences: readonly DifferenceSummary[];
  /** Others wrote meanwhile: a difference may be what a check saw of two states, and be gone. */
  readonly isMoving: boolean;
}

const SHOWN = 20;

/** Nodes that one statement looks at: a second of work or less. */
const PAGE = 5_000;

/** Takes milliseconds, whatever the graph's size. */
export const INDEX_CHECK: Check = { name: 'indexes', run: checkIndexes };

/** What must hold of the plain graph. */
export const GRAPH_CHECKS: readonly Check[] = [
  { name: 'migrations', run: checkMigrations },
  INDEX_CHECK,
  { name: 'cases', run: inPages('read/verify-cases') },
  { name: 'findings', run: inPages('read/verify-findings') },
  { name: 'items', run: inPages('read/verify-items') },
  { name: 'reviewers', run: inPages('read/verify-reviewers') },
  { name: 'guidelines', run: inPages('read/verify-guidelines') },
  { name: 'documents', run: inPages('read/verify-documents') },
  { name: 'changes', run: checkChanges },
];

/**
 * Checks what must hold of the graph, whatever its size; nothing is changed.
 * @param onCheck told of each check before it runs
 */
export async function verifyGraph(
  client: GraphClient,
  checks: readonly Check[] = GRAPH_CHECKS,
  onCheck?: (name: string) => void,
): Promise<Verification> {
  const before = await currentVersion(client);
  const differences: DifferenceSummary[] = [];
  for (const check of checks) {
    onCheck?.(check.name);
    differences.push(...(await summarise(client, check)));
  }
  return { differences, isMoving: (await currentVersion(client))?.token !== before?.token };
}

async function summarise(client: GraphClient, { name, run }: Check): Promise<DifferenceSummary[]> {
  const kinds = new Map<string, { count: number; first: string[] }>();
  for await (const differences of run(client)) {
    for (const { what, where } of differences) {
      const kind = kinds.get(what) ?? { count: 0, first: [] };
      kind.count++;
      if (kind.first.length < SHOWN) kind.first.push(where);
      kinds.set(what, kind);
    }
  }
  return [...kinds].map(([what, kind]) => ({ check: name, what, ...kind }));
}

interface Page {
  readonly last: string | null;
  readonly differences: readonly Difference[];
}

/** Runs a statement for one page of nodes after another, in the order of their keys. */
function inPages(name: string): Check['run'] {
  return async function* (client) {
    let after: string | null = '';
    while (after !== null) {
      const [page]: Page[] = await client.read<Page>(name, { page: { after, limit: PAGE } });
      yield page?.differences ?? [];
      after = page?.last ?? null;
    }
  };
}

async function* checkChanges(client: GraphClient): AsyncGenerator<readonly Difference[]> {
  for (const { differences } of await client.read<Pick<Page, 'differences'>>('read/verify-change-log')) {
    yield differences;
  }
}

async function* checkMigrations(client: GraphClient): AsyncGenerator<readonly Difference[]> {
  const missing = await pendingMigrations(client);
  yield missing.map(({ name }) => ({ what: 'every migration was applied', where: name }));
}

const CREATED = /\bCREATE (?:CONSTRAINT|(?:FULLTEXT )?INDEX) (\w+)/g;
const DROPPED = /\bDROP (?:CONSTRAINT|INDEX) (\w+)/g;

/** Those that the migrations made, under the names that they gave them. */
async function* checkIndexes(client: GraphClient): AsyncGenerator<readonly Difference[]> {
  const rows = await client.read<{ name: string; state: string }>('read/index-states');
  const states = new Map(rows.map(({ name, state }) => [name, state]));
  const text = listMigrations()
    .flatMap(({ statements }) => statements)
    .join(';\n');
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  const dropped = new Set(names(DROPPED));
  yield names(CREATED)
    .filter((name) => !dropped.has(name) && states.get(name) !== 'ONLINE')
    .map((name) => ({
      what: 'every index is there and online',
      where: `${name} (${states.get(name) ?? 'missing'})`,
    }));
}
