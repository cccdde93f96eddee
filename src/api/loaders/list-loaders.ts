import DataLoader from 'dataloader';
import type { GraphClient, Parameters } from '../../graph/client.js';
import type { CitationRole } from '../../normalise/determination.js';
import { CASES_OF_ITEMS, CASES_OF_REVIEWERS } from '../../query/cases.js';
import {
  APPLIED_CRITERIA_OF_GUIDELINES,
  appliedCriteriaParameters,
  QUOTATIONS_OF_GUIDELINES,
  type AppliedCriteriaFilter,
  type AppliedCriterionRow,
  type QuotedCriterionRow,
} from '../../query/criteria.js';
import { FINDINGS_OF_GUIDELINES, FINDINGS_OF_ITEMS } from '../../query/findings.js';
import type { TreeLevel } from '../../graph/criteria.js';
import { CHILDREN_OF_GUIDELINES } from '../../query/guidelines.js';
import {
  listPage,
  readRelatedCounts,
  readRelatedRows,
  type IdList,
  type ListPage,
  type Optional,
  type PageArguments,
} from '../../query/page.js';
import { memory } from './memory.js';

/** The loaders of pages of what hangs on nodes, for one request. */
export function createListLoaders(client: GraphClient) {
  const lists = listLoaders(client);
  return {
    casesOfItem: (page: PageArguments) => lists(CASES_OF_ITEMS, itself, page),
    casesOfReviewer: (page: PageArguments) => lists(CASES_OF_REVIEWERS, itself, page),
    findingsOfItem: (page: PageArguments) => lists(FINDINGS_OF_ITEMS, itself, page),
    findingsOfGuideline: (page: PageArguments, roles: Optional<readonly CitationRole[]>) =>
      lists(FINDINGS_OF_GUIDELINES, itself, page, { roles }),
    appliedCriteriaOfGuideline: (page: PageArguments, filter: AppliedCriteriaFilter) =>
      lists<AppliedCriterionRow>(
        APPLIED_CRITERIA_OF_GUIDELINES,
        idOf,
        page,
        appliedCriteriaParameters(filter),
      ),
    quotationsOfGuideline: (page: PageArguments) =>
      lists<QuotedCriterionRow>(QUOTATIONS_OF_GUIDELINES, idOf, page),
    childrenOfGuideline: (page: PageArguments, level: Optional<TreeLevel>) =>
      lists(CHILDREN_OF_GUIDELINES, itself, page, { level }),
  };
}

const itself = (id: string): string => id;

function idOf({ id }: { readonly id: string }): string {
  return id;
}

/** A page of what hangs on a node, and how much does: one loader for each list and each set of arguments that a request uses. */
function listLoaders(client: GraphClient) {
  const remembered = memory();
  const countLoader = (list: IdList, parameters: Parameters) =>
    remembered([list.count, parameters], () => newCountLoader(client, list, parameters));
  return <Value>(
    list: IdList,
    idOf: (value: Value) => string,
    page: PageArguments,
    parameters: Parameters = {},
  ): DataLoader<string, ListPage<Value>> =>
    remembered(
      [list.page, page, parameters],
      () =>
        new DataLoader(async (keys: readonly string[]) => {
          const rows = await readRelatedRows<Value>(client, list, keys, parameters, page);
          const byKey = new Map(rows.map(({ key, values }) => [key, values]));
          return keys.map((key) => ({
            ...listPage(list, byKey.get(key) ?? [], idOf, page),
            count: () => countLoader(list, parameters).load(key),
          }));
        }),
    );
}

function newCountLoader(
  client: GraphClient,
  list: IdList,
  parameters: Parameters,
): DataLoader<string, number> {
  return new DataLoader(async (keys: readonly string[]) => {
    const rows = await readRelatedCounts(client, list, keys, parameters);
    const byKey = new Map(rows.map(({ key, total }) => [key, total]));
    return keys.map((key) => byKey.get(key) ?? 0);
  });
}
