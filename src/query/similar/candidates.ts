import type { GraphClient } from '../../graph/client.js';
import type { CitationRole } from '../../normalise/determination.js';
import type { Decision } from '../../parse/letter.js';
import { SURE_ENOUGH } from '../filter/filters.js';
import { findingConditions } from '../filter/conditions.js';
import type { FindingFilter } from '../filter/filters.js';
import type { ItemFacts, Seed, StatedCriterion } from './seed.js';
import { anyOf, countedWords, type TellingWord } from './telling-words.js';

/** How many findings are looked at, at most, however many there are. */
const MOST = {
  /** By the words of the rationale, and by those of the label: those that the index puts first. */
  byWords: 4_000,
  byLabel: 1_000,
  labelWords: 20,
  /** Of one item. */
  ofItem: 1_000,
  /** Further items of the same kind of service. */
  items: 10,
  /** Of one guideline; one that is cited more often is compared, but no finding is looked for by it. */
  ofGuideline: 2_000,
  /** Guidelines that findings are looked for by, the rarest first. */
  guidelines: 5,
  /** Of one decision that are compared. */
  ofDecision: 500,
  /** Guidelines below one whose citations are counted. */
  below: 2_000,
} as const;

/** Something that more findings have than were looked at for it. */
export interface Cap {
  readonly of: 'ITEM' | 'GUIDELINE' | 'DECISION';
  /** The item's or guideline's id, or the decision. */
  readonly name: string;
  /** How many there are; of a decision null: more than were looked at. */
  readonly findings: number | null;
  readonly considered: number;
}

/** A finding that may be similar, with what it is compared by. */
export interface Candidate {
  readonly id: string;
  /** The same for findings with the same decision in the same words. */
  readonly wording: string;
  readonly decision: Decision;
  readonly item: ItemFacts;
  /** Which of the seed's guidelines, and of those above them, are cited, or something below them, and by whom. */
  readonly cited: readonly { readonly id: string; readonly role: CitationRole }[];
  readonly criteria: readonly StatedCriterion[];
  /** What the index gives its words; 0 when it was not found by them. */
  readonly words: number;
}

/** How common what a seed asks for is. */
export interface Frequencies {
  /** All findings of the graph. */
  readonly findings: number;
  readonly items: ReadonlyMap<string, number>;
  /** `all`: citations of a guideline and of what is below it; `alone`: of it alone. */
  readonly guidelines: ReadonlyMap<string, { readonly all: number; readonly alone: number }>;
}

/** Findings that may be similar, and what limited the choice. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly caps: readonly Cap[];
}

/** How common the seed's items and guidelines are. */
export async function readFrequencies(client: GraphClient, seed: Seed): Promise<Frequencies> {
  const rows = await client.read<{ of: string; id: string; count: number; alone: number }>(
    'read/similar-frequencies',
    { seed: { items: itemIds(seed), guidelines: guidelineIds(seed), mostBelow: MOST.below } },
  );
  const of = (name: string) => rows.filter((row) => row.of === name);
  return {
    findings: of('FINDINGS')[0]?.count ?? 0,
    items: new Map(of('ITEM').map(({ id, count }) => [id, count])),
    guidelines: new Map(of('GUIDELINE').map(({ id, count, alone }) => [id, { all: count, alone }])),
  };
}

/** The findings that are compared with the seed: two statements, and a bounded number of findings. */
export async function readCandidates(
  client: GraphClient,
  seed: Seed,
  {
    words,
    frequencies,
    filter,
  }: { words: readonly TellingWord[]; frequencies: Frequencies; filter: FindingFilter },
): Promise<Candidates> {
  const followed = followedGuidelines(seed, frequencies);
  const found = await client.read<{ id: string; words: number | null }>('read/similar-candidates', {
    seed: {
      words: anyOf(words, 'RATIONALE'),
      bound: boundOf(words),
      labels: anyOf(labelWords(seed), 'LABEL'),
      items: itemIds(seed),
      modalities: seed.items.flatMap(({ modality }) => modality ?? []),
      bodyRegions: seed.items.flatMap(({ bodyRegions }) => bodyRegions),
      guidelines: followed,
      leftOut: seed.caseId === null ? null : `${seed.caseId}#`,
    },
    most: MOST,
    filter: findingConditions(filter),
  });
  const scores = new Map(found.map((row) => [row.id, row.words ?? 0]));
  const rows = await client.read<Omit<Candidate, 'words'>>('read/similar-findings', {
    compared: { ids: [...scores.keys()], guidelines: guidelineIds(seed), minConfidence: SURE_ENOUGH },
  });
  const candidates = rows.map((row) => ({ ...row, words: scores.get(row.id) ?? 0 }));
  return { candidates, caps: capsOf(seed, frequencies, candidates) };
}

/** The most that the index could give any finding for these words. */
export function boundOf(words: readonly TellingWord[]): number {
  return words.reduce((sum, { rarity }) => sum + rarity, 0);
}

/** The words by which labels of the same items are looked for. */
function labelWords({ items }: Seed) {
  return countedWords(items.map(({ name }) => name).join(' ')).slice(0, MOST.labelWords);
}

function itemIds({ items }: Seed): string[] {
  return items.map(({ itemId }) => itemId);
}

function guidelineIds({ guidelines }: Seed): string[] {
  return [...new Set(guidelines.flatMap(({ id, above }) => [id, ...above]))];
}

/** Those cited themselves, not what is above them, that few enough findings cite. */
function followedGuidelines({ guidelines }: Seed, frequencies: Frequencies): string[] {
  const citations = (id: string) => frequencies.guidelines.get(id)?.alone ?? 0;
  return guidelines
    .map(({ id }) => id)
    .filter((id) => citations(id) <= MOST.ofGuideline)
    .sort((a, b) => citations(a) - citations(b) || (a < b ? -1 : 1))
    .slice(0, MOST.guidelines);
}

function capsOf(seed: Seed, { items, guidelines }: Frequencies, candidates: readonly Candidate[]): Cap[] {
  const ofDecision = (name: Decision) => candidates.filter(({ decision }) => decision === name).length;
  return [
    ...[...items]
      .filter(([, findings]) => findings > MOST.ofItem)
      .map(([name, findings]): Cap => ({ of: 'ITEM', name, findings, considered: MOST.ofItem })),
    ...seed.guidelines
      .map(({ id }) => ({ name: id, findings: guidelines.get(id)?.alone ?? 0 }))
      .filter(({ findings }) => findings > MOST.ofGuideline)
      .map((one): Cap => ({ of: 'GUIDELINE', ...one, considered: 0 })),
    ...(['UPHELD', 'OVERTURNED'] as const)
      .filter((decision) => ofDecision(decision) === MOST.ofDecision)
      .map((name): Cap => ({ of: 'DECISION', name, findings: null, considered: MOST.ofDecision })),
  ];
}
