import DataLoader from 'dataloader';

/** Most nodes that are kept of each kind. */
const MOST_NODES = 50_000;

type Node = { readonly id: string };

/**
 * Nodes that change only with the version of the graph, by their ids, for all requests: half of what a case with its citations leads to
 * is the same few thousand guidelines, items and reviewers (docs/api.md has what this saves). They are asked for with the version that
 * the ids were read with, and gone with it; while a version is not settled nothing is kept.
 */
export class KnownNodes {
  private version: string | undefined;
  private nodes = new Map<string, ReadonlyMap<string, Node>>();

  /** Those of a version: a view for one request. */
  at(version: string | undefined): NodesOfVersion | undefined {
    if (version === undefined) return undefined;
    if (version !== this.version) {
      this.version = version;
      this.nodes = new Map();
    }
    return this.nodes as NodesOfVersion;
  }
}

/** By kind, and then by id. */
export type NodesOfVersion = Map<string, Map<string, Node>>;

/** Loads nodes by their ids, and keeps them with a version, once that is known. */
export class NodeLoader<Row extends Node> extends DataLoader<string, Row | null> {
  constructor(
    private readonly kind: string,
    private readonly nodes: () => NodesOfVersion | undefined,
    read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
  ) {
    super(async (ids) => {
      const rows = await read(ids);
      this.keep(rows);
      return ids.map((id) => rows.get(id) ?? null);
    });
  }

  /** The node, if it is at hand. */
  known(id: string): Row | undefined {
    return this.nodes()?.get(this.kind)?.get(id) as Row | undefined;
  }

  override load(id: string): Promise<Row | null> {
    const known = this.known(id);
    return known === undefined ? super.load(id) : Promise.resolve(known);
  }

  private keep(rows: ReadonlyMap<string, Row>): void {
    const kinds = this.nodes();
    if (kinds === undefined) return;
    let kept = kinds.get(this.kind);
    if (kept === undefined || kept.size + rows.size > MOST_NODES) {
      kept = new Map<string, Node>();
      kinds.set(this.kind, kept);
    }
    for (const [id, row] of rows) kept.set(id, row);
  }
}
