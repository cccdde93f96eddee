import DataLoader from 'dataloader';
import type { GraphClient } from '../../graph/client.js';
import type { ItemNode, ReviewerNode } from '../../graph/identity.js';
import type { Together } from '../../graph/together.js';
import type { WantedOfTrees } from '../../query/case-trees.js';
import type { CaseRow } from '../../query/cases.js';
import type { FindingRow } from '../../query/findings.js';
import type { GuidelineRow } from '../../query/guidelines.js';
import { createCriterionLoaders } from './criterion-loaders.js';
import { NodeLoader, type NodesOfVersion } from './known-nodes.js';
import { createListLoaders } from './list-loaders.js';
import type { SharedReads } from './shared-reads.js';

export type Loaders = KeyLoaders &
  ReturnType<typeof createCriterionLoaders> &
  ReturnType<typeof createListLoaders>;

/**
 * The loaders of one request: whatever number of nodes asks for a relation, one statement answers, and no node is read
 * twice.
 * @param operation what it wants of cases and their findings, if it does: they are then read together
 */
export function createLoaders(
  client: GraphClient,
  shared: SharedReads,
  operation: { readonly wanted: WantedOfTrees | null },
): Loaders {
  const loaders = new KeyLoaders(client, shared, operation);
  return Object.assign(loaders, createCriterionLoaders(client), createListLoaders(client));
}

/** Those of nodes by their ids, and of what hangs on nodes. A request uses few of them: each is made when it is asked for. */
class KeyLoaders {
  private readonly made = new Map<keyof SharedReads, unknown>();
  /** Nodes that are at hand: those of the version of the graph that was read last. */
  private known: NodesOfVersion | undefined;

  constructor(
    private readonly client: GraphClient,
    private readonly shared: SharedReads,
    private readonly operation: { readonly wanted: WantedOfTrees | null },
  ) {}

  /** From now on what is known of a settled version is at hand: what the request was told last shows it. */
  seeVersion(token: string | undefined): void {
    this.known = this.shared.knownNodes.at(token);
  }

  get cases(): DataLoader<string, CaseRow | null> {
    return this.once('cases', () => new DataLoader((ids: readonly string[]) => this.readCases(ids)));
  }

  get items(): NodeLoader<ItemNode> {
    return this.nodes('items', this.shared.items);
  }

  get reviewers(): NodeLoader<ReviewerNode> {
    return this.nodes('reviewers', this.shared.reviewers);
  }

  get guidelines(): NodeLoader<GuidelineRow> {
    return this.nodes('guidelines', this.shared.guidelines);
  }

  get caseTexts() {
    return this.one('caseTexts', this.shared.caseTexts);
  }

  get findings(): DataLoader<string, FindingRow | null> {
    return this.once('findings', () => new DataLoader((ids: readonly string[]) => this.readFindings(ids)));
  }

  get quarantinedDocuments() {
    return this.one('quarantinedDocuments', this.shared.quarantinedDocuments);
  }

  get findingsOfCase() {
    return this.many('findingsOfCase', this.shared.findingsOfCase);
  }

  get documentsOfCase() {
    return this.many('documentsOfCase', this.shared.documentsOfCase);
  }

  get citationsOfFinding() {
    return this.many('citationsOfFinding', this.shared.citationsOfFinding);
  }

  get appliedCriteriaOfFinding() {
    return this.many('appliedCriteriaOfFinding', this.shared.appliedCriteriaOfFinding);
  }

  get quotedCriteriaOfFinding() {
    return this.many('quotedCriteriaOfFinding', this.shared.quotedCriteriaOfFinding);
  }

  private async readFindings(ids: readonly string[]): Promise<(FindingRow | null)[]> {
    return each(ids, await this.shared.findings.load(ids, this.operation.wanted?.finding, this.client));
  }

  private async readCases(ids: readonly string[]): Promise<(CaseRow | null)[]> {
    const { client, shared } = this;
    const { wanted } = this.operation;
    if (wanted === null) return each(ids, await shared.cases.load(ids, undefined, client));
    const trees = await shared.trees.load(ids, wanted, client);
    return ids.map((id) => {
      const { tree, version } = trees.get(id) ?? {};
      if (tree !== undefined) this.seeVersion(version);
      return tree ?? null;
    });
  }

  private nodes<Row extends { readonly id: string }>(
    name: keyof SharedReads,
    rows: Together<Row>,
  ): NodeLoader<Row> {
    const read = (ids: readonly string[]) => rows.load(ids, undefined, this.client);
    return this.once(name, () => new NodeLoader<Row>(name, () => this.known, read));
  }

  /** The node of an id, or null. */
  private one<Row>(name: keyof SharedReads, rows: Together<Row>): DataLoader<string, Row | null> {
    const read = async (ids: readonly string[]) => each(ids, await rows.load(ids, undefined, this.client));
    return this.once(name, () => new DataLoader(read));
  }

  /** All that hangs on a node. */
  private many<Value>(
    name: keyof SharedReads,
    rows: Together<readonly Value[]>,
  ): DataLoader<string, readonly Value[]> {
    const read = async (keys: readonly string[]) => {
      const byKey = await rows.load(keys, undefined, this.client);
      return keys.map((key) => byKey.get(key) ?? []);
    };
    return this.once(name, () => new DataLoader(read));
  }

  private once<Loader>(name: keyof SharedReads, make: () => Loader): Loader {
    let loader = this.made.get(name) as Loader | undefined;
    if (loader === undefined) this.made.set(name, (loader = make()));
    return loader;
  }
}

function each<Row>(ids: readonly string[], rows: ReadonlyMap<string, Row>): (Row | null)[] {
  return ids.map((id) => rows.get(id) ?? null);
}
