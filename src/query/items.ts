import type { GraphClient } from '../graph/client.js';
import type { ItemNode } from '../graph/identity.js';
import { readIdPage, type Optional, type Page, type PageArguments } from './page.js';

export interface ItemFilter {
  /** Part of the name, in any case. */
  readonly name?: Optional<string>;
  readonly modality?: Optional<string>;
  readonly bodyRegion?: Optional<string>;
  readonly category?: Optional<string>;
}

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
  const { name, modality, bodyRegion, category } = filter;
  return readIdPage(client, 'read/item-page', { name, modality, bodyRegion, category }, page);
}
