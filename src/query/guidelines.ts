import type { GraphClient } from '../graph/client.js';
import type { CriterionNode } from '../graph/criteria.js';
import type { GuidelineLevel, GuidelineNode } from '../graph/identity.js';
import { guidelineConditions } from './filter/conditions.js';
import type { GuidelineFilter } from './filter/filters.js';
import {
  readCount,
  readIdPage,
  readRelatedPages,
  type Optional,
  type Page,
  type PageArguments,
  type RelatedPage,
} from './page.js';

/** How far down the tree a node stands; only above criteria is anything cited. */
export type TreeLevel = GuidelineLevel | CriterionNode['level'];

/** One node of the guideline tree, a criterion included. */
export interface GuidelineRow
  extends
    Omit<GuidelineNode, 'level' | 'source'>,
    Pick<CriterionNode, 'kind' | 'text' | 'source' | 'parentId'> {
  readonly level: TreeLevel;
}

/** The guidelines that have one of these ids, in no order. */
export function guidelinesById(client: GraphClient, ids: readonly string[]): Promise<GuidelineRow[]> {
  return client.read('read/guidelines-by-id', { ids });
}

/** Ids of the guidelines that pass the filter. */
export function guidelinePage(
  client: GraphClient,
  filter: GuidelineFilter,
  page: PageArguments,
): Promise<Page<string>> {
  return readIdPage(client, 'read/guideline-page', { filter: guidelineConditions(filter) }, page);
}

/** How many guidelines pass the filter. */
export function guidelineCount(client: GraphClient, filter: GuidelineFilter): Promise<number> {
  return readCount(client, 'read/guideline-count', { filter: guidelineConditions(filter) });
}

/** Ids of the guidelines that are directly part of each guideline; with a level only those of it. */
export function childrenOfGuidelines(
  client: GraphClient,
  guidelineIds: readonly string[],
  level: Optional<TreeLevel>,
  page: PageArguments,
): Promise<RelatedPage[]> {
  return readRelatedPages(client, 'read/children-of-guidelines', guidelineIds, page, { level });
}
