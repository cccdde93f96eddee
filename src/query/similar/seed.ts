import type { GraphClient } from '../../graph/client.js';
import { itemNode } from '../../graph/identity.js';
import type { CriterionKind, CriterionStatus } from '../../normalise/criteria/kinds.js';
import type { CitationRole, ServiceRequest } from '../../normalise/determination.js';
import { SURE_ENOUGH } from '../filter/filters.js';
import { InputError } from '../input-error.js';

/** What an item asks for. */
export interface ItemFacts {
  /** Of the item's node. */
  readonly itemId: string;
  /** `MRI: Knee`, or the words of one that the catalogue of services does not know. */
  readonly name: string;
  /** Null when the catalogue of services does not know it. */
  readonly modality: string | null;
  readonly bodyRegions: readonly string[];
  readonly category: string | null;
  /** Generic name. */
  readonly drug: string | null;
  readonly drugClass: string | null;
}

/** An item that findings are to be similar to. */
export interface SeedItem extends ItemFacts {
  /** How sure it is what is asked for, of several that a text names: 1 of the surest. */
  readonly weight: number;
}

/** A guideline that is cited, other than to say that it is silent. */
export interface SeedGuideline {
  readonly id: string;
  /** Ids of the guidelines that it is part of, the nearest first. */
  readonly above: readonly string[];
  /** Who cites it; each once. */
  readonly citedBy: readonly CitationRole[];
}

/** What is said of a criterion. */
export interface StatedCriterion {
  readonly kind: CriterionKind;
  readonly status: CriterionStatus;
  /** Whether it is given as a reason for the decision. */
  readonly decisive: boolean;
}

/** A finding of the graph, a letter that was read, or a text that is none. */
export type SeedForm = 'FINDING' | 'LETTER' | 'TEXT';

/** What findings are to be similar to, in the graph's terms. */
export interface Seed {
  readonly form: SeedForm;
  /** Id of the case whose findings are left out: that of the finding, or of the letter; null of other texts. */
  readonly caseId: string | null;
  readonly items: readonly SeedItem[];
  readonly guidelines: readonly SeedGuideline[];
  readonly criteria: readonly StatedCriterion[];
  /** What words are compared: those of the rationale, or of the whole text. */
  readonly words: string;
}

interface StoredSeed {
  readonly caseId: string;
  readonly label: string;
  readonly rationale: string | null;
  readonly item: ItemFacts;
  readonly citations: readonly { id: string; above: readonly string[]; role: CitationRole }[];
  readonly criteria: readonly StatedCriterion[];
}

/**
 * A finding of the graph, as what others are to be similar to.
 * @throws {InputError} when the graph holds no such finding
 */
export async function findingSeed(client: GraphClient, id: string, path: string): Promise<Seed> {
  const [found] = await client.read<StoredSeed>('read/similar-seed', { id, minConfidence: SURE_ENOUGH });
  if (found === undefined) throw new InputError(path, 'the graph holds no finding of this id');
  const { caseId, label, rationale, item, citations, criteria } = found;
  return {
    form: 'FINDING',
    caseId,
    items: [{ ...item, weight: 1 }],
    guidelines: eachGuideline(citations),
    criteria,
    words: rationale ?? label,
  };
}

/** The guidelines that are cited, each once with all who cite it. */
export function eachGuideline(
  citations: readonly {
    readonly id: string;
    readonly above: readonly string[];
    readonly role: CitationRole;
  }[],
): SeedGuideline[] {
  const byId = new Map<string, { above: readonly string[]; roles: Set<CitationRole> }>();
  for (const { id, above, role } of citations) {
    const known = byId.get(id);
    if (known) known.roles.add(role);
    // The id of what is above is the beginning of the id.
    else byId.set(id, { above: [...above].sort((a, b) => b.length - a.length), roles: new Set([role]) });
  }
  return [...byId].map(([id, { above, roles }]) => ({ id, above, citedBy: [...roles] }));
}

/** What a service that was read asks for, as the item's node says it. */
export function itemFacts(service: ServiceRequest, label: string): ItemFacts {
  const { id: itemId, name, modality, bodyRegions, category } = itemNode(service, label);
  const { drug } = service;
  return {
    itemId,
    name,
    modality,
    bodyRegions,
    category,
    drug: drug?.name ?? null,
    drugClass: drug?.class ?? null,
  };
}
