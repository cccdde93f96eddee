import { CRITERION_KINDS, type CriterionKind } from '../normalise/criteria/kinds.js';
import { sha256 } from '../common/hash.js';
import type {
  AppliedCriterion,
  GuidelinePlace,
  QuotedCriterion,
  Resolution,
} from '../normalise/determination.js';
import { bounded, guidelineNodes, type GuidelineLevel, type GuidelineNode } from './identity.js';

/** A condition that a guideline sets: the lowest level of the guideline tree. */
export interface CriterionNode {
  /** The parent's id and the name of the kind; of a quoted criterion the parent's id and a hash of its words. */
  readonly id: string;
  readonly level: 'CRITERION';
  /** Null where it is not sure which kind a quoted criterion is of. */
  readonly kind: CriterionKind | null;
  /** What the kind asks for; of a quoted criterion its words, or their beginning. */
  readonly name: string;
  /** Of a quoted criterion its words in the first letter that quoted it; of a kind null. */
  readonly text: string | null;
  /** Null when no guideline is cited for it; likewise `parentId`. */
  readonly source: string | null;
  readonly edition: number | null;
  /** That of its guideline. */
  readonly resolution: Resolution;
  readonly parentId: string | null;
}

/** How far down the tree a node stands; only above criteria is anything cited. */
export type TreeLevel = GuidelineLevel | CriterionNode['level'];

/** A criterion, and all nodes above it. */
export interface CriterionNodes {
  readonly criterion: CriterionNode;
  readonly ancestors: readonly GuidelineNode[];
}

/** Stands for the guideline in ids where a finding cites none. */
const NO_GUIDELINE = 'no guideline cited';

const HASH_LENGTH = 16;

/** The node for one kind of condition of the guideline that a rationale relies on, and all nodes above it. */
export function criterionNodes({
  kind,
  reliesOn,
}: Pick<AppliedCriterion, 'kind' | 'reliesOn'>): CriterionNodes {
  const guidelines = reliesOn === null ? [] : pathTo(reliesOn);
  const parent = guidelines.at(-1);
  const name = CRITERION_KINDS[kind];
  return {
    ancestors: guidelines,
    criterion: {
      id: `${parent?.id ?? NO_GUIDELINE} > ${name}`,
      level: 'CRITERION',
      kind,
      name,
      text: null,
      source: parent?.source ?? null,
      edition: parent?.edition ?? null,
      resolution: parent?.resolution ?? 'NO_MATCH',
      parentId: parent?.id ?? null,
    },
  };
}

/** What a quoted criterion is part of: its kind's criterion of the guideline, or the guideline; and all nodes above that. */
export function nodesAbove({ kind, reliesOn }: QuotedCriterion): readonly (GuidelineNode | CriterionNode)[] {
  if (kind === null) return reliesOn === null ? [] : pathTo(reliesOn);
  const { ancestors, criterion } = criterionNodes({ kind, reliesOn });
  return [...ancestors, criterion];
}

/**
 * The node of a criterion that is quoted for the first time.
 * @param key its words, folded
 * @param parent what it is part of; undefined when no guideline is cited and its kind is not known
 */
export function quotedNode(
  { text, kind }: Pick<QuotedCriterion, 'text' | 'kind'>,
  key: string,
  parent: GuidelineNode | CriterionNode | undefined,
): CriterionNode {
  return {
    id: `${parent?.id ?? NO_GUIDELINE} > ${sha256(key).slice(0, HASH_LENGTH)}`,
    level: 'CRITERION',
    kind,
    name: bounded(text),
    text,
    source: parent?.source ?? null,
    edition: parent?.edition ?? null,
    resolution: parent?.resolution ?? 'NO_MATCH',
    parentId: parent?.id ?? null,
  };
}

/** The nodes from the source down to the place; of several topics the first. */
function pathTo(place: GuidelinePlace): readonly GuidelineNode[] {
  const { ancestors, targets } = guidelineNodes({ ...place, topics: place.topics.slice(0, 1) });
  return [...ancestors, ...targets];
}
