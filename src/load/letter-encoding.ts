import { guidelinesOf } from '../graph/case-writing.js';
import type { CaseRecord, FindingRecord } from '../graph/records.js';
import type { QuotingFinding } from '../graph/quotations.js';
import { LETTER_TABLES, rowOf } from './tables.js';

/** The kinds of nodes that letters share. */
export type SharedKind = 'reviewers' | 'items' | 'guidelines';

/** A shared node as one letter has it. */
export interface SharedNode {
  readonly id: string;
  /** Of guidelines. */
  readonly level?: string;
  readonly parentId?: string | null;
  readonly [property: string]: unknown;
}

/** A name for what one letter has of a shared node, so that it is written once and not with each letter. */
export type Ref = string;

/** What a shared node is, and the name that letters have for it. */
export type Definition = readonly [ref: Ref, kind: SharedKind, node: SharedNode];

/** What it takes to tie a letter to others; its own rows are in the files of the tables. */
export interface LetterHead {
  readonly id: string;
  readonly factsHash: string;
  readonly parserVersion: string;
  readonly path: string;
  readonly sha256: string;
  /** Bytes of its rows in each of LETTER_TABLES. */
  readonly lengths: readonly number[];
  /** Number of its rows in each of LETTER_TABLES. */
  readonly rows: readonly number[];
  readonly reviewer: Ref;
  readonly items: readonly Ref[];
  /** All nodes of the guideline tree that it names, in the order in which they are written. */
  readonly tree: readonly Ref[];
  /** Ids of those that its findings cite or apply. */
  readonly cited: readonly string[];
  readonly quoting: readonly QuotingHead[];
}

interface QuotingHead {
  readonly id: string;
  readonly quoted: readonly {
    readonly criterion: QuotingFinding['quoted'][number]['criterion'];
    readonly above: readonly Ref[];
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

/** A letter as rows of the tables. */
export interface EncodedLetter {
  /** A LetterHead as JSON, in one line. */
  readonly head: string;
  /** The rows in each of LETTER_TABLES, one after the other, in UTF-8. */
  readonly rows: Uint8Array;
  readonly lengths: readonly number[];
  /** Definitions as JSON, of the names that it uses first. */
  readonly definitions: readonly string[];
}

/** Names held at most; then all are forgotten, and defined again. */
const MOST_NAMES = 100_000;

/** Bytes that a character takes at most. */
const MOST_BYTES = 3;

/** Turns letters into rows. One that has seen many letters says little of what they share. */
export class LetterEncoder {
  /** By the nodes' ids. */
  readonly #names = new Map<string, readonly { readonly name: Ref; readonly node: NamedNode }[]>();
  #count = 0;
  #definitions: string[] = [];
  /** Where a letter's rows are put together. */
  #bytes = Buffer.allocUnsafe(1 << 16);

  /**
   * @param prefix of the names: no two encoders of a load have the same
   * @param readAt time of reading, ISO 8601
   */
  constructor(
    private readonly prefix: string,
    private readonly readAt: string,
  ) {}

  encode(record: CaseRecord): EncodedLetter {
    this.#definitions = [];
    if (this.#names.size > MOST_NAMES) this.#names.clear();
    const { id, factsHash, parserVersion, document, findings, reviewer } = record;
    const tables = rowsOf(record, this.readAt);
    const { rows, lengths } = this.#inBytes(tables.map((one) => one.join('')));
    const head: LetterHead = {
      id,
      factsHash,
      parserVersion,
      path: document.path,
      sha256: document.sha256,
      lengths,
      rows: tables.map(({ length }) => length),
      reviewer: this.#nameOf('reviewers', reviewer),
      items: findings.map(({ item }) => this.#nameOf('items', item)),
      tree: this.#treeOf(findings),
      cited: [...new Set(findings.flatMap(citedBy))],
      quoting: findings.filter(({ quoted }) => quoted.length > 0).map((finding) => this.#quotingOf(finding)),
    };
    return { head: JSON.stringify(head), rows, lengths, definitions: this.#definitions };
  }

  /** All of them one after the other, and how long each is. */
  #inBytes(tables: readonly string[]): Pick<EncodedLetter, 'rows' | 'lengths'> {
    const most = tables.reduce((sum, { length }) => sum + length, 0) * MOST_BYTES;
    if (most > this.#bytes.length) this.#bytes = Buffer.allocUnsafe(most);
    let end = 0;
    const lengths = tables.map((rows) => {
      const length = this.#bytes.write(rows, end);
      end += length;
      return length;
    });
    return { rows: new Uint8Array(this.#bytes.subarray(0, end)), lengths };
  }

  #treeOf(findings: readonly FindingRecord[]): Ref[] {
    const nodes = findings.flatMap(guidelinesOf);
    // Of several nodes with one id the last one counts: so does the last place of each.
    const names = new Set(nodes.map((node) => this.#nameOf('guidelines', node)).reverse());
    return [...names].reverse();
  }

  #quotingOf({ id, quoted }: FindingRecord): QuotingHead {
    return {
      id,
      quoted: quoted.map(({ criterion: { text, kind }, above, properties }) => ({
        criterion: { text, kind },
        above: above.map((node) => this.#nameOf('guidelines', node)),
        properties,
      })),
    };
  }

  #nameOf(kind: SharedKind, node: NamedNode): Ref {
    const known = this.#names.get(node.id) ?? [];
    const same = known.find((other) => isSame(other.node as SharedNode, node as SharedNode));
    if (same) return same.name;
    const name = `${this.prefix}${this.#count++}`;
    this.#names.set(node.id, [...known, { name, node }]);
    const definition: Definition = [name, kind, node as SharedNode];
    this.#definitions.push(JSON.stringify(definition));
    return name;
  }
}

interface NamedNode {
  readonly id: string;
}

/** Whether two nodes of one id have the same properties. */
function isSame(one: SharedNode, other: SharedNode): boolean {
  for (const property in one) if (!isEqual(one[property], other[property])) return false;
  return true;
}

function isEqual(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

function citedBy({ citations, applied }: FindingRecord): string[] {
  return [
    ...citations.flatMap(({ edges }) => edges.map(({ guidelineId }) => guidelineId)),
    ...applied.map(({ nodes }) => nodes.criterion.id),
  ];
}

const [CASES, FINDINGS, HAS_FINDING, DECIDES, CITES, APPLIES, REVIEWED, DOCUMENTS, READ_FROM] = LETTER_TABLES;

/** The rows of a letter in each of LETTER_TABLES. */
function rowsOf({ id, properties, reviewer, document, findings }: CaseRecord, readAt: string): string[][] {
  const { sha256, ...file } = document;
  return [
    [rowOf(CASES, [id], properties)],
    findings.map((finding) => {
      const { id: findingId, ...rest } = finding.properties;
      return rowOf(FINDINGS, [String(findingId)], rest);
    }),
    findings.map((finding) => rowOf(HAS_FINDING, [id, finding.id])),
    findings.map((finding) => rowOf(DECIDES, [finding.id, finding.item.id])),
    findings.flatMap((finding) =>
      finding.citations.flatMap(({ edges }) =>
        edges.map((edge) => rowOf(CITES, [finding.id, edge.guidelineId], edge.properties)),
      ),
    ),
    findings.flatMap((finding) =>
      finding.applied.map(({ nodes, properties: said }) =>
        rowOf(APPLIES, [finding.id, nodes.criterion.id], said),
      ),
    ),
    [rowOf(REVIEWED, [reviewer.id, id])],
    [rowOf(DOCUMENTS, [sha256], { ...file, readAt })],
    [rowOf(READ_FROM, [id, sha256])],
  ];
}
