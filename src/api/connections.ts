import type DataLoader from 'dataloader';
import type { Page } from '../query/page.js';
import { encodeCursor } from './cursor.js';
import type { Connection } from './types/connection.type.js';

/** A page of nodes as a connection; `idOf` tells the id that a node's cursor holds. */
export function toConnection<Node>(page: Page<Node>, idOf: (node: Node) => string): Connection<Node> {
  const last = page.nodes.at(-1);
  return {
    nodes: [...page.nodes],
    pageInfo: {
      hasNextPage: page.hasNextPage,
      endCursor: last === undefined ? null : encodeCursor(idOf(last)),
    },
  };
}

/** A page of ids as a connection of the nodes that they name. */
export async function loadConnection<Node>(
  page: Page<string>,
  loader: DataLoader<string, Node | null>,
): Promise<Connection<Node>> {
  const { pageInfo } = toConnection(page, (id) => id);
  return { nodes: await loadAll(page.nodes, loader), pageInfo };
}

/** The nodes of these ids, without those that have gone since their ids were read. */
export async function loadAll<Node>(
  ids: readonly string[],
  loader: DataLoader<string, Node | null>,
): Promise<Node[]> {
  const nodes = await Promise.all(ids.map((id) => loader.load(id)));
  return nodes.filter((node) => node !== null);
}

/** The node of an id that another node holds. */
export async function loadOne<Node>(id: string, loader: DataLoader<string, Node | null>): Promise<Node> {
  const node = await loader.load(id);
  if (node === null) throw new Error(`The graph holds no node "${id}" any more.`);
  return node;
}
