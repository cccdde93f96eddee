import DataLoader from 'dataloader';
import type { GraphClient, Parameters } from '../graph/client.js';
import type { CitationRole } from '../normalise/determination.js';
import { CASES_OF_ITEMS, CASES_OF_REVIEWERS, casesById, caseTexts } from '../query/cases.js';
import { citationsOfFindings } from '../query/citations.js';
import {
  APPLIED_CRITERIA_OF_GUIDELINES,
  appliedCriteriaOfFindings,
  appliedCriteriaParameters,
  QUOTATIONS_OF_GUIDELINES,
  quotedCriteriaOfFindings,
  type AppliedCriteriaFilter,
  type AppliedCriterionRow,
  type QuotedCriterionRow,
} from '../query/criteria.js';
import { documentsOfCases, quarantinedDocumentsById } from '../query/documents.js';
import {
  FINDINGS_OF_GUIDELINES,
  FINDINGS_OF_ITEMS,
  findingsById,
  findingsOfCases,
} from '../query/findings.js';
import { CHILDREN_OF_GUIDELINES, guidelinesById, type TreeLevel } from '../query/guidelines.js';
import { itemsById } from '../query/items.js';
import {
  listPage,
  readRelatedCounts,
  readRelatedRows,
  type IdList,
  type ListPage,
  type Optional,
  type PageArguments,
  type Related,
} from '../query/page.js';
import { reviewersById } from '../query/reviewers.js';
import { createCriterionLoaders } from './criterion-loaders.js';
import { memory } from './memory.js';

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * The loaders of one request: whatever number of nodes asks for a relation, one statement answers, and no node is read
 * twice.
 */
export function createLoaders(client: GraphClient) {
  const lists = listLoaders(client);
  return {
    ...createCriterionLoaders(client),
    cases: oneLoader((ids) => casesById(client, ids)),
    caseTexts: oneLoader((ids) => caseTexts(client, ids)),
    findings: oneLoader((ids) => findingsById(client, ids)),
    items: oneLoader((ids) => itemsById(client, ids)),
    reviewers: oneLoader((ids) => reviewersById(client, ids)),
    guidelines: oneLoader((ids) => guidelinesById(client, ids)),
    quarantinedDocuments: oneLoader((ids) => quarantinedDocumentsById(client, ids)),
    findingsOfCase: manyLoader((ids) => findingsOfCases(client, ids)),
    documentsOfCase: manyLoader((ids) => documentsOfCases(client, ids)),
    citationsOfFinding: manyLoader((ids) => citationsOfFindings(client, ids)),
    appliedCriteriaOfFinding: manyLoader((ids) => appliedCriteriaOfFindings(client, ids)),
    quotedCriteriaOfFinding: manyLoader((ids) => quotedCriteriaOfFindings(client, ids)),
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

/** The node of an id, or null. */
function oneLoader<Row extends { id: string }>(
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids: readonly string[]) => {
    const byId = new Map((await read(ids)).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** All that hangs on a node. */
function manyLoader<Value>(
  read: (keys: readonly string[]) => Promise<readonly Related<Value>[]>,
): DataLoader<string, readonly Value[]> {
  return new DataLoader(async (keys: readonly string[]) => {
    const byKey = new Map((await read(keys)).map(({ key, values }) => [key, values]));
    return keys.map((key) => byKey.get(key) ?? []);
  });
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
