import DataLoader from 'dataloader';
import type { GraphClient } from '../graph/client.js';
import type { CitationRole } from '../normalise/determination.js';
import { casesById, casesOfItems, casesOfReviewers, caseTexts } from '../query/cases.js';
import { citationsOfFindings } from '../query/citations.js';
import {
  appliedCriteriaOfFindings,
  appliedCriteriaOfGuidelines,
  quotationsOfGuidelines,
  quotedCriteriaOfFindings,
  type AppliedCriteriaFilter,
} from '../query/criteria.js';
import { documentsOfCases, quarantinedDocumentsById } from '../query/documents.js';
import { findingsById, findingsOfCases, findingsOfGuidelines, findingsOfItems } from '../query/findings.js';
import { childrenOfGuidelines, guidelinesById, type TreeLevel } from '../query/guidelines.js';
import { itemsById } from '../query/items.js';
import type { Optional, Page, PageArguments, Related, RelatedPage } from '../query/page.js';
import { reviewersById } from '../query/reviewers.js';
import { createCriterionLoaders } from './criterion-loaders.js';
import { memory } from './memory.js';

type PageLoader<Value> = DataLoader<string, Page<Value>>;

export type Loaders = ReturnType<typeof createLoaders>;

/**
 * The loaders of one request: whatever number of nodes asks for a relation, one statement answers, and no node is read
 * twice.
 */
export function createLoaders(client: GraphClient) {
  const pages = pageLoaders();
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
    casesOfItem: (page: PageArguments) =>
      pages('casesOfItem', page, (ids) => casesOfItems(client, ids, page)),
    casesOfReviewer: (page: PageArguments) =>
      pages('casesOfReviewer', page, (ids) => casesOfReviewers(client, ids, page)),
    findingsOfItem: (page: PageArguments) =>
      pages('findingsOfItem', page, (ids) => findingsOfItems(client, ids, page)),
    findingsOfGuideline: (page: PageArguments, roles: Optional<readonly CitationRole[]>) =>
      pages('findingsOfGuideline', { page, roles }, (ids) => findingsOfGuidelines(client, ids, roles, page)),
    appliedCriteriaOfGuideline: (page: PageArguments, filter: AppliedCriteriaFilter) =>
      pages('appliedCriteriaOfGuideline', { page, filter }, (ids) =>
        appliedCriteriaOfGuidelines(client, ids, filter, page),
      ),
    quotationsOfGuideline: (page: PageArguments) =>
      pages('quotationsOfGuideline', page, (ids) => quotationsOfGuidelines(client, ids, page)),
    childrenOfGuideline: (page: PageArguments, level: Optional<TreeLevel>) =>
      pages('childrenOfGuideline', { page, level }, (ids) => childrenOfGuidelines(client, ids, level, page)),
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

/** A page of what hangs on a node: one loader for each relation and each set of arguments that a request uses. */
function pageLoaders() {
  const remembered = memory();
  return <Value>(
    relation: string,
    parameters: object,
    read: (keys: readonly string[]) => Promise<readonly RelatedPage<Value>[]>,
  ): PageLoader<Value> => remembered([relation, parameters], () => pageLoader(read));
}

function pageLoader<Value>(
  read: (keys: readonly string[]) => Promise<readonly RelatedPage<Value>[]>,
): PageLoader<Value> {
  return new DataLoader(async (keys: readonly string[]) => {
    const byKey = new Map((await read(keys)).map(({ key, page }) => [key, page]));
    return keys.map((key) => byKey.get(key) ?? { nodes: [], hasNextPage: false });
  });
}
