import type { GraphClient } from '../graph/client.js';
import type { CriterionNode } from '../graph/criteria.js';
import type { GuidelineLevel, GuidelineNode } from '../graph/identity.js';
import type { CriterionKind } from '../normalise/criteria/kinds.js';
import type { Resolution } from '../normalise/determination.js';
import {
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

export interface GuidelineFilter {
  readonly level?: Optional<TreeLevel>;
  readonly source?: Optional<string>;
  /** Part of the name, in any case. */
  readonly name?: Optional<string>;
  readonly resolution?: Optional<Resolution>;
  /** Which condition; only criteria have one. */
  readonly kind?: Optional<CriterionKind>;
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
  const { level, source, name, resolution, kind } = filter;
  return readIdPage(client, 'read/guideline-page', { level, source, name, resolution, kind }, page);
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
