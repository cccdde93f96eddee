import type { GraphClient } from '../graph/client.js';
import type { ReviewerNode } from '../graph/identity.js';
import { reviewerConditions } from './filter/conditions.js';
import type { ReviewerFilter } from './filter/filters.js';
import { readCount, readIdPage, type Page, type PageArguments } from './page.js';

/** The profiles that have one of these ids, in no order. */
export function reviewersById(client: GraphClient, ids: readonly string[]): Promise<ReviewerNode[]> {
  return client.read('read/reviewers-by-id', { ids });
}

/** Ids of the profiles that pass the filter. */
export function reviewerPage(
  client: GraphClient,
  filter: ReviewerFilter,
  page: PageArguments,
): Promise<Page<string>> {
  return readIdPage(client, 'read/reviewer-page', { filter: reviewerConditions(filter) }, page);
}

/** How many profiles pass the filter. */
export function reviewerCount(client: GraphClient, filter: ReviewerFilter): Promise<number> {
  return readCount(client, 'read/reviewer-count', { filter: reviewerConditions(filter) });
}
