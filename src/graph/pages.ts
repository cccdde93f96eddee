import { parts } from '../common/parts.js';
import type { GraphClient } from './client.js';

/** Ids that are asked for at once. */
const IDS_AT_ONCE = 1_000;

/** All rows of a statement that takes `page {after, limit}`, in the order of their ids, some at a time. */
export async function* pagesOf<Row extends { readonly id: string }>(
  client: GraphClient,
  statement: string,
  limit: number,
): AsyncGenerator<Row[]> {
  for (let after = ''; ;) {
    const rows = await client.read<Row>(statement, { page: { after, limit } });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

/** The rows of a statement that takes `ids`, of those that are not known: each once. */
export async function* unknownOf<Row>(
  client: GraphClient,
  statement: string,
  ids: readonly string[],
  isKnown: (id: string) => boolean,
): AsyncGenerator<Row> {
  const wanted = [...new Set(ids)].filter((id) => !isKnown(id));
  for (const some of parts(wanted, IDS_AT_ONCE)) yield* await client.read<Row>(statement, { ids: some });
}
