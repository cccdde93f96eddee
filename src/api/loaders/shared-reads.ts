import type { GraphClient } from '../../graph/client.js';
import { Together } from '../../graph/together.js';
import { caseTrees, joinWanted, type CaseTree, type WantedOfTrees } from '../../query/case-trees.js';
import { casesById, caseTexts } from '../../query/cases.js';
import { citationsOfFindings } from '../../query/citations.js';
import { appliedCriteriaOfFindings, quotedCriteriaOfFindings } from '../../query/criteria.js';
import { documentsOfCases, quarantinedDocumentsById } from '../../query/documents.js';
import {
  findingsById,
  findingsOfCases,
  type FindingProperty,
  type FindingRow,
} from '../../query/findings.js';
import { guidelinesById } from '../../query/guidelines.js';
import { itemsById } from '../../query/items.js';
import type { Related } from '../../query/page.js';
import { reviewersById } from '../../query/reviewers.js';
import { KnownNodes } from './known-nodes.js';

export type SharedReads = ReturnType<typeof createSharedReads>;

/** A tree with the version of the graph that it is of. */
export interface VersionedTree {
  readonly tree: CaseTree;
  readonly version: string | undefined;
}

/**
 * What the loaders of all requests have in common: what several ask for by key at the same time is read by one statement.
 * @param client that of no request
 */
export function createSharedReads(client: GraphClient) {
  const nodes = <Row extends { readonly id: string }>(
    read: (client: GraphClient, ids: readonly string[]) => Promise<readonly Row[]>,
  ) =>
    new Together<Row>(
      client,
      async (view, ids) => new Map((await read(view, ids)).map((row) => [row.id, row])),
      () => undefined,
    );
  const relations = <Value>(
    read: (client: GraphClient, keys: readonly string[]) => Promise<readonly Related<Value>[]>,
  ) =>
    new Together<readonly Value[]>(
      client,
      async (view, keys) => new Map((await read(view, keys)).map(({ key, values }) => [key, values])),
      () => undefined,
    );
  return {
    knownNodes: new KnownNodes(),
    trees: new Together<VersionedTree, WantedOfTrees>(client, readTrees, joinWanted),
    cases: nodes(casesById),
    caseTexts: nodes(caseTexts),
    findings: new Together<FindingRow, ReadonlySet<FindingProperty> | undefined>(
      client,
      async (view, ids, wanted) =>
        new Map((await findingsById(view, ids, wanted)).map((row) => [row.id, row])),
      (one, other) => (one === other ? one : one && other && new Set([...one, ...other])),
    ),
    items: nodes(itemsById),
    reviewers: nodes(reviewersById),
    guidelines: nodes(guidelinesById),
    quarantinedDocuments: nodes(quarantinedDocumentsById),
    findingsOfCase: relations(findingsOfCases),
    documentsOfCase: relations(documentsOfCases),
    citationsOfFinding: relations(citationsOfFindings),
    appliedCriteriaOfFinding: relations(appliedCriteriaOfFindings),
    quotedCriteriaOfFinding: relations(quotedCriteriaOfFindings),
  };
}

async function readTrees(
  client: GraphClient,
  ids: readonly string[],
  wanted: WantedOfTrees,
): Promise<Map<string, VersionedTree>> {
  const { trees, version } = await caseTrees(client, ids, wanted);
  return new Map(trees.map((tree) => [tree.id, { tree, version }]));
}
