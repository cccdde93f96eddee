import type { GraphClient } from '../graph/client.js';
import type { CriterionNode } from '../graph/criteria.js';
import type { GuidelineLevel, GuidelineNode } from '../graph/identity.js';
import { guidelineConditions } from './filter/conditions.js';
import type { GuidelineFilter } from './filter/filters.js';
import {
  readOrderedPage,
  type IdList,
  type ListOrder,
  type ListPage,
  type OrderedList,
  type PageArguments,
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

/** What guidelines can be put in order by. */
export type GuidelineOrderField = 'NAME' | 'FINDINGS';

const GUIDELINES: OrderedList = {
  page: 'read/guideline-page',
  count: 'read/guideline-count',
  ordered: 'read/guideline-page-by',
};

/** Ids of the guidelines that pass the filter. */
export function guidelinePage(
  client: GraphClient,
  filter: GuidelineFilter,
  order: ListOrder<GuidelineOrderField>,
  page: PageArguments,
): Promise<ListPage<string>> {
  return readOrderedPage(client, GUIDELINES, order, { filter: guidelineConditions(filter) }, page);
}

/** Ids of the guidelines that are directly part of each guideline, of one `level` (null: of any). */
export const CHILDREN_OF_GUIDELINES: IdList = {
  page: 'read/children-of-guidelines',
  count: 'read/children-of-guidelines-count',
};
