import type { GraphClient } from '../graph/client.js';
import type { GuidelineLevel, GuidelineNode } from '../graph/identity.js';
import type { Resolution } from '../normalise/determination.js';
import {
  readIdPage,
  readRelatedPages,
  type Optional,
  type Page,
  type PageArguments,
  type RelatedPage,
} from './page.js';

export interface GuidelineFilter {
  readonly level?: Optional<GuidelineLevel>;
  readonly source?: Optional<string>;
  /** Part of the name, in any case. */
  readonly name?: Optional<string>;
  readonly resolution?: Optional<Resolution>;
}

/** The guidelines that have one of these ids, in no order. */
export function guidelinesById(client: GraphClient, ids: readonly string[]): Promise<GuidelineNode[]> {
  return client.read('read/guidelines-by-id', { ids });
}

/** Ids of the guidelines that pass the filter. */
export function guidelinePage(
  client: GraphClient,
  filter: GuidelineFilter,
  page: PageArguments,
): Promise<Page<string>> {
  const { level, source, name, resolution } = filter;
  return readIdPage(client, 'read/guideline-page', { level, source, name, resolution }, page);
}

/** Ids of the guidelines that are directly part of each guideline. */
export function childrenOfGuidelines(
  client: GraphClient,
  guidelineIds: readonly string[],
  page: PageArguments,
): Promise<RelatedPage[]> {
  return readRelatedPages(client, 'read/children-of-guidelines', guidelineIds, page);
}
