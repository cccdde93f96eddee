import type { GraphClient } from '../graph/client.js';
import type { ReviewerNode } from '../graph/identity.js';
import { readIdPage, type Optional, type Page, type PageArguments } from './page.js';

export interface ReviewerFilter {
  readonly specialty?: Optional<string>;
  /** USPS code. */
  readonly licensureState?: Optional<string>;
}

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
  const { specialty, licensureState } = filter;
  return readIdPage(client, 'read/reviewer-page', { specialty, licensureState }, page);
}
