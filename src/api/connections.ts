import type DataLoader from 'dataloader';
import type { ListPage } from '../query/page.js';
import { encodeCursor } from './cursor.js';
import { NodeLoader } from './loaders/known-nodes.js';
import type { Connection, Edge } from './types/connection.type.js';

/** A page of a list as a connection. */
export function toConnection<Node>(page: ListPage<Node>): Connection<Node> {
  return { ...aboutPage(page), edges: edgesOf(page), nodes: [...page.nodes] };
}

/**
 * A page of ids as a connection of the nodes that they name, without those that have gone since their ids were read. Nodes are
 * read only when they are asked for, and after the page is told: so all pages of a relation count in one statement.
 */
export function loadConnection<Node>(
  page: ListPage<string>,
  loader: DataLoader<string, Node | null>,
): Connection<Node> {
  const edges = once(() => loadEdges(edgesOf(page), (id) => loader.load(id)));
  return { ...aboutPage(page), edges, nodes: async () => (await edges()).map(({ node }) => node) };
}

function aboutPage<Node>(
  page: ListPage<Node>,
): Pick<Connection<Node>, 'pageInfo'> & { totalCount: () => Promise<number> } {
  const cursors = edgesOf(page).map(({ cursor }) => cursor);
  return {
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: cursors.at(0) ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: once(page.count),
  };
}

/** The nodes of a page with their cursors. */
export function edgesOf<Node>(page: ListPage<Node>): Edge<Node>[] {
  return page.nodes.map((node) => ({ cursor: encodeCursor(page.placeOf(node)), node }));
}

/** Edges with the nodes that `load` gives for theirs, without those for which it gives none. */
export async function loadEdges<Found, Node>(
  edges: readonly Edge<Found>[],
  load: (found: Found) => Promise<Node | null>,
): Promise<Edge<Node>[]> {
  const loaded = await Promise.all(
    edges.map(async ({ cursor, node }) => ({ cursor, node: await load(node) })),
  );
  return loaded.flatMap(({ cursor, node }) => (node === null ? [] : [{ cursor, node }]));
}

/** What is asked for under several names is counted once. */
function once<Value>(count: () => Promise<Value>): () => Promise<Value> {
  let counted: Promise<Value> | undefined;
  return () => (counted ??= count());
}

/** The nodes of these ids, without those that have gone since their ids were read. */
export async function loadAll<Node>(
  ids: readonly string[],
  loader: DataLoader<string, Node | null>,
): Promise<Node[]> {
  const nodes = await Promise.all(ids.map((id) => loader.load(id)));
  return nodes.filter((node) => node !== null);
}

/** What is at hand, or will be. */
export type Loaded<Value> = Value | Promise<Value>;

/** The node of an id that another node holds; at once, when it is at hand. */
export function loadOne<Node>(id: string, loader: DataLoader<string, Node | null>): Loaded<Node> {
  const known = loader instanceof NodeLoader ? (loader.known(id) as Node | undefined) : undefined;
  return known ?? loadPresent(id, loader);
}

async function loadPresent<Node>(id: string, loader: DataLoader<string, Node | null>): Promise<Node> {
  const node = await loader.load(id);
  if (node === null) throw new Error(`The graph holds no node "${id}" any more.`);
  return node;
}
