import type { GraphClient, Parameters } from '../graph/client.js';
import type { CriterionNode, TreeLevel } from '../graph/criteria.js';
import type { GuidelineNode } from '../graph/identity.js';
import { SETTLED_FOR } from '../graph/version.js';
import { guidelineConditions } from './filter/conditions.js';
import type { GuidelineFilter } from './filter/filters.js';
import {
  bounds,
  isById,
  listPage,
  readCount,
  readOrderedPage,
  type IdList,
  type ListOrder,
  type ListPage,
  type OrderedList,
  type PageArguments,
} from './page.js';

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
export async function guidelinePage(
  client: GraphClient,
  filter: GuidelineFilter,
  order: ListOrder<GuidelineOrderField>,
  page: PageArguments,
): Promise<ListPage<string>> {
  const parameters = { filter: guidelineConditions(filter) };
  if (!isById(order)) return readOrderedPage(client, GUIDELINES, order, parameters, page);
  const ids = await firstIds(client, filter, { ...parameters, page: bounds(GUIDELINES, page) });
  return {
    ...listPage(GUIDELINES, ids, (id) => id, page),
    count: () => readCount(client, GUIDELINES, parameters),
  };
}

/** The version comes with the ids, so that of guidelines that are at hand nothing else has to be read. */
async function firstIds(
  client: GraphClient,
  { level, source }: GuidelineFilter,
  parameters: Parameters,
): Promise<readonly string[]> {
  type Row = { readonly version: string | null; readonly ids: readonly string[] };
  const settled = { ...parameters, settledFor: SETTLED_FOR };
  const [row] = await (level && !level.includes('CRITERION')
    ? client.read<Row>('read/guideline-page-of-levels', {
        ...settled,
        levels: level,
        sources: source?.length === 1 ? { from: source[0], to: source[0] } : ANY_SOURCE,
      })
    : client.read<Row>('read/guideline-page', settled));
  client.scope?.onVersion?.(row?.version ?? undefined);
  return row?.ids ?? [];
}

/** No name begins with what stands behind it. */
const ANY_SOURCE = { from: '', to: '\uffff' };

/** Ids of the guidelines that are directly part of each guideline, of one `level` (null: of any). */
export const CHILDREN_OF_GUIDELINES: IdList = {
  page: 'read/children-of-guidelines',
  count: 'read/children-of-guidelines-count',
};
