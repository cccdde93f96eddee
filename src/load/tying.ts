import {
  CriterionPool,
  planQuotations,
  type QuotationPlan,
  type QuotingFinding,
} from '../graph/quotations.js';
import { REPLACED, REPLACES, WRITTEN, type Choice } from './choosing.js';
import type { Definition, LetterHead, Ref, SharedKind, SharedNode } from './letter-encoding.js';
import type { HeadLine } from './parts.js';
import { SharedNodes } from './shared-nodes.js';

/** What the letters' names of shared nodes stand for. */
export class Definitions {
  readonly #nodes = new Map<Ref, SharedNode>();

  add([ref, , node]: Definition): void {
    this.#nodes.set(ref, node);
  }

  of(ref: Ref): SharedNode {
    const node = this.#nodes.get(ref);
    if (node === undefined) throw new Error(`${ref} is not defined`);
    return node;
  }
}

/** The ids of the shared nodes that one letter needs. */
type Uses = Readonly<Record<SharedKind, readonly string[]>>;

type Above = QuotingFinding['quoted'][number]['above'][number];

const KINDS = ['reviewers', 'items', 'guidelines'] as const;
const LEVELS = ['SOURCE', 'CHAPTER', 'TOPIC', 'CRITERION'];

type Quotation = QuotationPlan['edges'][number];

/**
 * Ties letters to what they share, as the statements in `cypher/write` do, batch by batch: which letter made a node, and whose
 * words a quoted criterion bears, depends on the order; what a letter alone had needed goes when another takes its place.
 */
export class Tying {
  readonly shared: Readonly<Record<SharedKind, SharedNodes>> = {
    reviewers: new SharedNodes(),
    items: new SharedNodes(),
    guidelines: new SharedNodes(),
  };
  readonly #criteria = new CriterionPool();
  /** Of the letters that another will take the place of. */
  readonly #usesOf = new Map<number, Uses>();
  #index = 0;

  constructor(
    private readonly definitions: Definitions,
    private readonly choice: Choice,
  ) {}

  /** @returns the quotations of those letters of the batch that stay */
  take(batch: readonly HeadLine[]): Quotation[] {
    const start = this.#index;
    this.#index += batch.length;
    const written = batch.flatMap((line, i) => {
      const marks = this.choice.marks[start + i] ?? 0;
      return 'code' in line || (marks & WRITTEN) === 0 ? [] : [{ head: line, index: start + i, marks }];
    });
    // New cases first: so it is when they are written through the driver.
    const letters = [0, REPLACES].flatMap((mark) =>
      written.filter(({ marks }) => (marks & REPLACES) === mark),
    );
    const former = letters.flatMap(({ index }) => this.#takeUses(this.choice.formerOf.get(index)));
    for (const uses of former)
      this.#each(uses, (nodes, id) => {
        nodes.release(id);
      });
    this.#addNodes(letters.map(({ head }) => head));
    const quotations = this.#quotationsOf(letters.map(({ head }) => head));
    const kept = letters.flatMap(({ head, index, marks }) => {
      const own = head.quoting.flatMap(({ id }) => quotations.get(id) ?? []);
      const uses = this.#usesBy(head, own);
      this.#each(uses, (nodes, id) => {
        nodes.use(id);
      });
      if ((marks & REPLACED) === 0) return own;
      this.#usesOf.set(index, uses);
      return [];
    });
    this.#prune(former);
    return kept;
  }

  #takeUses(index: number | undefined): Uses[] {
    const uses = index === undefined ? undefined : this.#usesOf.get(index);
    if (index === undefined || uses === undefined) return [];
    this.#usesOf.delete(index);
    return [uses];
  }

  /** Of several nodes with one id the last one of a batch counts; parents come before what is part of them. */
  #addNodes(heads: readonly LetterHead[]): void {
    const { reviewers, items, guidelines } = this.shared;
    for (const node of this.#distinct(heads.map((head) => head.reviewer))) reviewers.add(node);
    for (const node of this.#distinct(heads.flatMap((head) => head.items))) items.add(node);
    const tree = [...this.#distinct(heads.flatMap((head) => head.tree))];
    for (const level of LEVELS)
      for (const node of tree.filter((one) => one.level === level)) guidelines.add(node);
  }

  #distinct(refs: readonly Ref[]): Iterable<SharedNode> {
    const nodes = new Map<string, SharedNode>();
    for (const ref of refs) {
      const node = this.definitions.of(ref);
      nodes.set(node.id, node);
    }
    return nodes.values();
  }

  #quotationsOf(heads: readonly LetterHead[]): Map<string, Quotation[]> {
    const findings = heads.flatMap(({ quoting }) => quoting.map((finding) => this.#resolved(finding)));
    const { creations, edges } = planQuotations(findings, this.#criteria);
    const nodes = new Map(creations.map((node) => [node.id, { ...node }]));
    for (const node of nodes.values()) this.shared.guidelines.add(node);
    const byFinding = new Map<string, Quotation[]>(findings.map(({ id }) => [id, []]));
    for (const edge of edges) byFinding.get(edge.findingId)?.push(edge);
    return byFinding;
  }

  #resolved({ id, quoted }: LetterHead['quoting'][number]): QuotingFinding {
    return {
      id,
      quoted: quoted.map(({ criterion, above, properties }) => ({
        criterion,
        above: above.map((ref) => this.definitions.of(ref) as unknown as Above),
        properties,
      })),
    };
  }

  #usesBy({ reviewer, items, cited }: LetterHead, quotations: readonly Quotation[]): Uses {
    return {
      reviewers: [this.definitions.of(reviewer).id],
      items: [...new Set(items.map((ref) => this.definitions.of(ref).id))],
      guidelines: [...new Set([...cited, ...quotations.map(({ criterionId }) => criterionId)])],
    };
  }

  #each(uses: Uses, work: (nodes: SharedNodes, id: string) => void): void {
    for (const kind of KINDS) for (const id of uses[kind]) work(this.shared[kind], id);
  }

  #prune(former: readonly Uses[]): void {
    for (const kind of KINDS) {
      for (const { id, text, parentId } of this.shared[kind].prune(former.flatMap((uses) => uses[kind]))) {
        if (typeof text === 'string' && typeof parentId === 'string')
          this.#criteria.remove({ id, text, parentId });
      }
    }
  }
}
