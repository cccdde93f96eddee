import { messageOf, ImrError } from '../common/errors.js';
import type { GraphClient } from './client.js';
import { awaitIndexes } from './indexes.js';
import { beginIndexes, migrate } from './migrations.js';
import { moveVersion } from './version.js';

/** Nodes that one transaction changes. */
const AT_ONCE = 20_000;

/**
 * Makes the graph of a database that the import tool has filled: with the lists that it left out, constraints, indexes and a version.
 * May be repeated.
 * @param counts nodes and relationships that it must have, by label and type
 * @param seconds longest wait for the indexes
 * @throws {ImrError} CHECK_FAILED naming each label and type of which it has another number, or an index that failed
 */
export async function completeGraph(
  client: GraphClient,
  counts: Readonly<Record<string, number>>,
  seconds: number,
): Promise<void> {
  await refuseOtherCounts(client, counts);
  await fill(client, 'write/fill-item-lists');
  await fill(client, 'write/fill-reviewer-lists');
  await beginIndexes(client);
  await migrate(client);
  try {
    await awaitIndexes(client, seconds);
  } catch (error) {
    throw new ImrError('CHECK_FAILED', messageOf(error), { cause: error });
  }
  await client.write('bulk-load', (run) => moveVersion(run, null));
}

async function refuseOtherCounts(
  client: GraphClient,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const rows = await client.read<{ kind: string; count: number }>('read/kind-counts');
  const found = new Map(rows.map(({ kind, count }) => [kind, count]));
  const others = Object.entries(counts).filter(([kind, count]) => (found.get(kind) ?? 0) !== count);
  if (others.length === 0) return;
  const told = others.map(([kind, count]) => `${found.get(kind) ?? 0} ${kind} instead of ${count}`);
  throw new ImrError('CHECK_FAILED', `The new graph has ${told.join(', ')}; the old one stays.`);
}

async function fill(client: GraphClient, name: string): Promise<void> {
  for (let changed = 1; changed > 0;) {
    changed = await client.write('bulk-load', async (run) => {
      const [row] = await run<{ changed: number }>(name, { most: AT_ONCE });
      return row?.changed ?? 0;
    });
  }
}
