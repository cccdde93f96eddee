import { quotedNode, type CriterionNode } from './criteria.js';
import { likeness, SAME_FROM } from './near-duplicates.js';
import type { QuotedRecord } from './records.js';
import { wordingOf, type Wording } from './wording.js';

/** A quoted criterion that the graph holds, with the words of the letter that quoted it first. */
export interface KnownCriterion {
  readonly parentId: string;
  readonly id: string;
  readonly text: string;
}

/** Criteria that are new, and which criterion each quotation is of. */
export interface QuotationPlan {
  readonly creations: readonly CriterionNode[];
  readonly edges: readonly {
    readonly findingId: string;
    readonly criterionId: string;
    readonly properties: QuotedRecord['properties'];
  }[];
}

/** A finding with what it quotes. */
export interface QuotingFinding {
  readonly id: string;
  readonly quoted: readonly (Pick<QuotedRecord, 'above' | 'properties'> & {
    readonly criterion: Pick<QuotedRecord['criterion'], 'text' | 'kind'>;
  })[];
}

interface Candidate {
  readonly id: string;
  readonly wording: Wording;
}

interface Quotation {
  readonly record: QuotingFinding['quoted'][number];
  readonly parentId: string | null;
  readonly wording: Wording;
}

interface Match {
  readonly quotation: Quotation;
  readonly id: string;
  readonly likeness: number;
}

/**
 * Decides which criterion each quotation is of: the one under the same parent whose words are most alike, from
 * {@link SAME_FROM} on, and otherwise a new one. Findings are taken in their order, so of several wordings the first
 * one stands for the criterion. Different items of one finding are different criteria, whatever their words.
 * @param known what the graph holds; a pool has the new criteria added
 */
export function planQuotations(
  findings: readonly QuotingFinding[],
  known: readonly KnownCriterion[] | CriterionPool,
): QuotationPlan {
  const pool = known instanceof CriterionPool ? known : new CriterionPool(known);
  const creations: CriterionNode[] = [];
  const edges = findings.flatMap(({ id: findingId, quoted }) => {
    const quotations = quoted.map(quotationOf);
    const chosen = choose(quotations, pool);
    return quotations.map((quotation) => {
      const { record, parentId, wording } = quotation;
      const at = placeOf(quotation);
      let criterionId = chosen.get(at);
      if (criterionId === undefined) {
        const node = quotedNode(record.criterion, wording.key, record.above.at(-1));
        creations.push(node);
        if (parentId !== null) pool.add(parentId, { id: node.id, wording });
        criterionId = node.id;
        chosen.set(at, criterionId);
      }
      return { findingId, criterionId, properties: record.properties };
    });
  });
  return { creations, edges };
}

function quotationOf(record: Quotation['record']): Quotation {
  const parentId = record.above.at(-1)?.id ?? null;
  return { record, parentId, wording: wordingOf(record.criterion.text) };
}

/** Items of one finding that say the same under the same parent are one. */
const placeOf = ({ parentId, wording }: Quotation): string => `${parentId ?? ''}|${wording.key}`;

/** For the items of one finding the known criteria that they are, the most alike first, none for two of them. */
function choose(quotations: readonly Quotation[], pool: CriterionPool): Map<string, string> {
  const matches = quotations.flatMap((quotation) => pool.matchesOf(quotation));
  matches.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : Number(a.id > b.id)));
  const chosen = new Map<string, string>();
  const taken = new Set<string>();
  for (const { quotation, id } of matches) {
    const at = placeOf(quotation);
    if (chosen.has(at) || taken.has(id)) continue;
    chosen.set(at, id);
    taken.add(id);
  }
  return chosen;
}

/** The criteria under each parent, parted by what has to agree, so that few are compared. */
export class CriterionPool {
  readonly #candidates = new Map<string, Candidate[]>();

  constructor(known: readonly KnownCriterion[] = []) {
    for (const { parentId, id, text } of known) this.add(parentId, { id, wording: wordingOf(text) });
  }

  add(parentId: string, candidate: Candidate): void {
    const at = `${candidate.wording.signature}|${parentId}`;
    const others = this.#candidates.get(at);
    if (others) others.push(candidate);
    else this.#candidates.set(at, [candidate]);
  }

  /** Forgets a criterion that nothing quotes any more. */
  remove({ parentId, id, text }: KnownCriterion): void {
    const at = `${wordingOf(text).signature}|${parentId}`;
    const others = this.#candidates.get(at)?.filter((candidate) => candidate.id !== id) ?? [];
    if (others.length > 0) this.#candidates.set(at, others);
    else this.#candidates.delete(at);
  }

  matchesOf(quotation: Quotation): Match[] {
    const { parentId, wording } = quotation;
    if (parentId === null) return [];
    return (this.#candidates.get(`${wording.signature}|${parentId}`) ?? [])
      .map(({ id, wording: other }) => ({ quotation, id, likeness: likeness(wording, other) }))
      .filter((match) => match.likeness >= SAME_FROM);
  }
}
