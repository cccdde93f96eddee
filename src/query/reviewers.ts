import type { GraphClient } from '../graph/client.js';
import type { ReviewerNode } from '../graph/identity.js';
import { reviewerConditions } from './filter/conditions.js';
import type { ReviewerFilter } from './filter/filters.js';
import { readIdPage, type IdList, type ListPage, type PageArguments } from './page.js';

/** The profiles that have one of these ids, in no order. */
export function reviewersById(client: GraphClient, ids: readonly string[]): Promise<ReviewerNode[]> {
  return client.read('read/reviewers-by-id', { ids });
}

const REVIEWERS: IdList = { page: 'read/reviewer-page', count: 'read/reviewer-count' };

/** Ids of the profiles that pass the filter. */
export function reviewerPage(
  client: GraphClient,
  filter: ReviewerFilter,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readIdPage(client, REVIEWERS, { filter: reviewerConditions(filter) }, page);
}
