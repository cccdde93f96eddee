import type { GraphClient } from '../graph/client.js';
import type { ItemNode } from '../graph/identity.js';
import { itemConditions } from './filter/conditions.js';
import type { ItemFilter } from './filter/filters.js';
import { readCount, readIdPage, type Page, type PageArguments } from './page.js';

/** The items that have one of these ids, in no order. */
export function itemsById(client: GraphClient, ids: readonly string[]): Promise<ItemNode[]> {
  return client.read('read/items-by-id', { ids });
}

/** Ids of the items that pass the filter. */
export function itemPage(
  client: GraphClient,
  filter: ItemFilter,
  page: PageArguments,
): Promise<Page<string>> {
  return readIdPage(client, 'read/item-page', { filter: itemConditions(filter) }, page);
}

/** How many items pass the filter. */
export function itemCount(client: GraphClient, filter: ItemFilter): Promise<number> {
  return readCount(client, 'read/item-count', { filter: itemConditions(filter) });
}
