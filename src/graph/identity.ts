import { sha256 } from '../common/hash.js';
import { source as catalogueSource } from '../normalise/catalogue.js';
import type { Determination, GuidelinePlace, Resolution, Service } from '../normalise/determination.js';

export type GuidelineLevel = 'SOURCE' | 'CHAPTER' | 'TOPIC';

/** One node of the guideline tree. */
export interface GuidelineNode {
  /** The names from the source down, joined by ` > `; an MTUS chapter's name ends in its edition: `… (2004)`. */
  readonly id: string;
  readonly level: GuidelineLevel;
  readonly name: string;
  /** Name of the tree's root. */
  readonly source: string;
  /** Year; only MTUS chapters are told apart by edition. */
  readonly edition: number | null;
  /** Whether the catalogue knows it as one guideline; otherwise it is kept as written. */
  readonly resolution: Resolution;
  /** Id of the node that this one is part of; null for a source. */
  readonly parentId: string | null;
}

/** One node of a disputed treatment or service in canonical form. */
export interface ItemNode {
  readonly id: string;
  readonly name: string;
  /** Null when the catalogue of services does not know it. */
  readonly modality: string | null;
  readonly bodyRegions: readonly string[];
  readonly category: string | null;
}

/** One node of a credential profile: reviewers are anonymous, so several people may share one. */
export interface ReviewerNode {
  readonly id: string;
  readonly specialties: readonly string[];
  /** USPS codes. */
  readonly licensureStates: readonly string[];
}

/**
 * Most characters of a name that is a part of an id, or is indexed by itself: indexes refuse values of more than some 8,000
 * bytes. A longer one is prose that was taken for a name.
 */
export const LONGEST_NAME = 600;

/** Most characters of an id: of a criterion that is quoted from a topic, three names, an edition, its kind and its hash. */
export const LONGEST_ID = 3 * LONGEST_NAME + 100;

const fold = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();

/** The words, or the beginning of long ones and a hash that tells them apart; all of them stay on the finding or citation. */
export function bounded(words: string, longest = LONGEST_NAME): string {
  if (words.length <= longest) return words;
  const mark = `… ${sha256(words).slice(0, 12)}`;
  return words.slice(0, longest - mark.length) + mark;
}

/** The case number, or, for a letter that prints none, `sha256:` and the hash of its cleaned text. */
export function caseId(determination: Determination): string {
  return determination.case.caseNumber ?? `sha256:${sha256(determination.text)}`;
}

/**
 * Hash of what a letter says, whatever file it was read from: two forms (.txt, .pdf) of one letter agree, a corrected
 * letter does not.
 */
export function factsHash(determination: Determination): string {
  const { source, parserVersion, text, warnings, ...said } = determination;
  const findings = said.findings.map((finding) => ({
    ...finding,
    citations: finding.citations.map(withoutSpan),
    criteria: finding.criteria.map(withoutSpan),
    appliedCriteria: finding.appliedCriteria.map(withoutSpan),
    spans: undefined,
  }));
  return sha256(JSON.stringify({ ...said, findings, spans: undefined }));
}

function withoutSpan<T extends { readonly span: unknown }>(one: T): T & { readonly span: undefined } {
  return { ...one, span: undefined };
}

/** Reviewers are anonymous, so a credential profile, in whatever order a letter prints it, is one reviewer node. */
export function reviewerNode(reviewer: Determination['reviewer']): ReviewerNode {
  const specialties = [...reviewer.specialties].sort();
  const licensureStates = [...reviewer.licensureStates].sort();
  const [named, licensed] = [specialties.join('; '), licensureStates.join(', ')];
  const id = bounded(`${named || 'specialty not stated'} (${licensed || 'state not stated'})`, LONGEST_ID);
  return { id, specialties, licensureStates };
}

/**
 * The item node that a request disputes. A request that the catalogue of services does not know is an item of its own,
 * as written.
 */
export function itemNode(service: Service, label: string): ItemNode {
  const bodyRegions = [...service.bodyRegions].sort();
  const { modality, category } = service;
  if (modality === null)
    return { id: bounded(`as written: ${fold(label)}`), name: label, modality, bodyRegions, category };
  const name = bodyRegions.length > 0 ? `${modality}: ${bodyRegions.join(', ')}` : modality;
  return { id: category === null ? name : `${name} [${category}]`, name, modality, bodyRegions, category };
}

/** What a citation points at, or an applied criterion is a condition of, and all nodes above that. */
export interface GuidelineNodes {
  readonly targets: readonly GuidelineNode[];
  readonly ancestors: readonly GuidelineNode[];
}

/** The nodes that a place names: each topic, else the chapter, else the source; and all nodes above them. */
export function guidelineNodes(place: GuidelinePlace): GuidelineNodes {
  const { resolution } = place;
  const source = bounded(place.source);
  // An unknown chapter does not make its source unknown.
  const isKnown = catalogueSource(source) !== undefined;
  const root: GuidelineNode = {
    id: source,
    level: 'SOURCE',
    name: source,
    source,
    edition: null,
    resolution: isKnown ? 'RESOLVED' : resolution,
    parentId: null,
  };
  const chapter = place.chapter === null ? undefined : chapterOf(root, bounded(place.chapter), place);
  const parent = chapter ?? root;
  if (place.topics.length === 0) return { targets: [parent], ancestors: chapter ? [root] : [] };
  const topics = Array.from(new Set(place.topics), (topic) => topicOf(parent, bounded(topic), resolution));
  return { targets: topics, ancestors: chapter ? [root, chapter] : [root] };
}

function chapterOf(root: GuidelineNode, name: string, place: GuidelinePlace): GuidelineNode {
  const edition = root.id === 'MTUS' ? place.edition : null;
  return {
    id: `${root.id} > ${name}${edition === null ? '' : ` (${edition})`}`,
    level: 'CHAPTER',
    name,
    source: root.id,
    edition,
    resolution: place.resolution,
    parentId: root.id,
  };
}

function topicOf(parent: GuidelineNode, name: string, resolution: Resolution): GuidelineNode {
  return {
    id: `${parent.id} > ${name}`,
    level: 'TOPIC',
    name,
    source: parent.source,
    edition: parent.edition,
    resolution,
    parentId: parent.id,
  };
}
