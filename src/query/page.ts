import type { GraphClient, Parameters } from '../graph/client.js';

/** An argument that may be left out; null means the same. */
export type Optional<T> = T | null | undefined;

/** Which part of a list: the first so many nodes after the one with a given id. */
export interface PageArguments {
  readonly first: number;
  readonly after?: Optional<string>;
}

/** One part of a list that is in the order of its ids. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly hasNextPage: boolean;
}

/** What hangs on one node: one row of a statement that is asked for many nodes at once. */
export interface Related<Value> {
  readonly key: string;
  readonly values: readonly Value[];
}

/** One page of what hangs on one node: ids, unless said otherwise. */
export interface RelatedPage<Value = string> {
  readonly key: string;
  readonly page: Page<Value>;
}

/** Reads one page of a whole list through a statement that takes `after` and `limit`. */
export async function readPage<Row>(
  client: GraphClient,
  name: string,
  parameters: Parameters,
  page: PageArguments,
): Promise<Page<Row>> {
  return cut(await client.read<Row>(name, { ...parameters, ...bounds(page) }), page.first);
}

/** As {@link readPage}, for a statement that tells ids alone. */
export async function readIdPage(
  client: GraphClient,
  name: string,
  parameters: Parameters,
  page: PageArguments,
): Promise<Page<string>> {
  const { nodes, hasNextPage } = await readPage<{ id: string }>(client, name, parameters, page);
  return { nodes: nodes.map(({ id }) => id), hasNextPage };
}

/** Asks a statement that counts a whole list. */
export async function readCount(client: GraphClient, name: string, parameters: Parameters): Promise<number> {
  const [row] = await client.read<{ total: number }>(name, parameters);
  return row?.total ?? 0;
}

/** Reads one page of each of several lists: those that hang on the nodes of the keys. One statement, whatever their number. */
export async function readRelatedPages<Value = string>(
  client: GraphClient,
  name: string,
  keys: readonly string[],
  page: PageArguments,
  parameters: Parameters = {},
): Promise<RelatedPage<Value>[]> {
  const rows = await client.read<Related<Value>>(name, { ...parameters, keys, ...bounds(page) });
  return rows.map(({ key, values }) => ({ key, page: cut(values, page.first) }));
}

/** One row more than wanted tells whether there is a next page. Every id is greater than the empty string. */
function bounds({ first, after }: PageArguments): { after: string; limit: number } {
  return { after: after ?? '', limit: first + 1 };
}

/** One page out of rows that are one more than wanted where there is a next page. */
export function cut<Row>(rows: readonly Row[], first: number): Page<Row> {
  return { nodes: rows.slice(0, first), hasNextPage: rows.length > first };
}
