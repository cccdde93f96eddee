import type { GraphClient } from '../graph/client.js';
import type { ItemNode } from '../graph/identity.js';
import { itemConditions } from './filter/conditions.js';
import type { ItemFilter } from './filter/filters.js';
import { readIdPage, type IdList, type ListPage, type PageArguments } from './page.js';

/** The items that have one of these ids, in no order. */
export function itemsById(client: GraphClient, ids: readonly string[]): Promise<ItemNode[]> {
  return client.read('read/items-by-id', { ids });
}

const ITEMS: IdList = { page: 'read/item-page', count: 'read/item-count' };

/** Ids of the items that pass the filter. */
export function itemPage(
  client: GraphClient,
  filter: ItemFilter,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readIdPage(client, ITEMS, { filter: itemConditions(filter) }, page);
}
