import type { GraphClient } from '../graph/client.js';
import type { ReviewerNode } from '../graph/identity.js';
import { reviewerConditions } from './filter/conditions.js';
import type { ReviewerFilter } from './filter/filters.js';
import {
  readOrderedPage,
  type ListOrder,
  type ListPage,
  type OrderedList,
  type PageArguments,
} from './page.js';

/** The profiles that have one of these ids, in no order. */
export function reviewersById(client: GraphClient, ids: readonly string[]): Promise<ReviewerNode[]> {
  return client.read('read/reviewers-by-id', { ids });
}

/** What reviewers can be put in order by. */
export type ReviewerOrderField = 'CASES';

const REVIEWERS: OrderedList = {
  page: 'read/reviewer-page',
  count: 'read/reviewer-count',
  ordered: 'read/reviewer-page-by',
};

/** Ids of the profiles that pass the filter. */
export function reviewerPage(
  client: GraphClient,
  filter: ReviewerFilter,
  order: ListOrder<ReviewerOrderField>,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readOrderedPage(client, REVIEWERS, order, { filter: reviewerConditions(filter) }, page);
}
