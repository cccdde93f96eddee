import type { GraphClient } from '../graph/client.js';
import type { ItemNode } from '../graph/identity.js';
import { itemConditions } from './filter/conditions.js';
import type { ItemFilter } from './filter/filters.js';
import {
  readOrderedPage,
  type ListOrder,
  type ListPage,
  type OrderedList,
  type PageArguments,
} from './page.js';

/** The items that have one of these ids, in no order. */
export function itemsById(client: GraphClient, ids: readonly string[]): Promise<ItemNode[]> {
  return client.read('read/items-by-id', { ids });
}

/** What items can be put in order by. */
export type ItemOrderField = 'NAME' | 'FINDINGS';

const ITEMS: OrderedList = {
  page: 'read/item-page',
  count: 'read/item-count',
  ordered: 'read/item-page-by',
};

/** Ids of the items that pass the filter. */
export function itemPage(
  client: GraphClient,
  filter: ItemFilter,
  order: ListOrder<ItemOrderField>,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readOrderedPage(client, ITEMS, order, { filter: itemConditions(filter) }, page);
}
