import { CRITERION_KINDS, type CriterionKind, type CriterionStatus } from '../../normalise/criteria/kinds.js';
import type { CitationRole } from '../../normalise/determination.js';
import { itemLikeness } from './item-likeness.js';
import { boundOf, type Candidate, type Frequencies } from './candidates.js';
import type { Seed, SeedGuideline, StatedCriterion } from './seed.js';
import type { TellingWord } from './telling-words.js';

/** What a finding may have in common with a seed. */
export type ReasonKind = 'ITEM' | 'GUIDELINE' | 'CRITERION' | 'WORDING';

/** Why a finding is similar. */
export interface Reason {
  readonly kind: ReasonKind;
  /** What it adds to the score. */
  readonly weight: number;
  /** For people. */
  readonly says: string;
  /** Of a guideline. */
  readonly guidelineId: string | null;
  /** Who cites the guideline, or something below it, for the finding; empty of other reasons. */
  readonly citedBy: readonly CitationRole[];
  /** Of a criterion: which kind. */
  readonly criterion: CriterionKind | null;
  /** Of a criterion: what is said of it by what is compared, and by the finding; empty of other reasons. */
  readonly here: readonly CriterionStatus[];
  readonly there: readonly CriterionStatus[];
}

/** How much each kind of likeness counts: what is asked for comes first; all together 1. */
export const WEIGHTS: Readonly<Record<ReasonKind, number>> = {
  ITEM: 0.4,
  GUIDELINE: 0.2,
  CRITERION: 0.2,
  WORDING: 0.2,
};

/** A citation counts less when the claims administrator alone makes it. */
const ADMINISTRATOR_COUNTS = 0.5;
/** A criterion counts less when it is no reason for the decision, and when the other finding says the opposite of it. */
const SIDE_REMARK_COUNTS = 0.6;
const OPPOSITE_COUNTS = 0.5;
/** The index gives a text about this part of its bound for its own words (docs/api.md); more is alike as well. */
const OWN_WORDS = 0.8;

/** Guidelines that tell less than this together, or fewer words, are compared as if there were more: nobody is alike for citing the ODG. */
const TELL_ENOUGH = 0.4;
const ENOUGH_WORDS = 10;

/** What one kind of likeness comes to, from 0 to 1, and what it is made of: the parts add up to it. */
type Parts = readonly {
  readonly likeness: number;
  readonly reason: Partial<Reason> & Pick<Reason, 'says'>;
}[];

type Compare = (candidate: Candidate) => Parts;

/**
 * Compares candidates with a seed. What the seed says nothing of is not compared: the weights of the rest are made to add up to 1
 * again, so that scores are from 0 to 1.
 */
export function comparison(seed: Seed, frequencies: Frequencies, words: readonly TellingWord[]) {
  const kinds: [ReasonKind, Compare][] = [];
  if (seed.items.length > 0) kinds.push(['ITEM', ({ item }) => itemLikeness(seed.items, item)]);
  if (seed.guidelines.length > 0)
    kinds.push(['GUIDELINE', guidelineComparison(seed.guidelines, frequencies)]);
  if (seed.criteria.length > 0)
    kinds.push(['CRITERION', (candidate) => criterionParts(seed.criteria, candidate.criteria)]);
  if (words.length > 0) kinds.push(['WORDING', wordComparison(words)]);
  const whole = kinds.reduce((sum, [kind]) => sum + WEIGHTS[kind], 0);
  return (candidate: Candidate): Reason[] =>
    kinds
      .flatMap(([kind, compare]) =>
        compare(candidate).map(({ likeness, reason }) => ({
          ...NO_REASON,
          ...reason,
          kind,
          weight: (WEIGHTS[kind] / whole) * likeness,
        })),
      )
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
}

const NO_REASON = { guidelineId: null, citedBy: [], criterion: null, here: [], there: [] };

/** The part that each guideline of the seed has in what all of them tell, and what of it is told by the nearest one shared. */
function guidelineComparison(guidelines: readonly SeedGuideline[], frequencies: Frequencies): Compare {
  const tells = (id: string) => rarity(frequencies.guidelines.get(id)?.all ?? 1, frequencies.findings);
  const told = guidelines.reduce((sum, { id, citedBy }) => sum + weightOf(citedBy) * tells(id), 0);
  const whole = Math.max(told, TELL_ENOUGH);
  return ({ cited }) => {
    const shared = new Map<string, { likeness: number; roles: CitationRole[]; isItself: boolean }>();
    for (const { id, above, citedBy } of guidelines) {
      const nearest = [id, ...above].find((one) => cited.some((other) => other.id === one));
      if (nearest === undefined) continue;
      const there = cited.filter((other) => other.id === nearest).map(({ role }) => role);
      const tellsOf = weightOf(citedBy) * weightOf(there) * Math.min(tells(nearest), tells(id));
      const known = shared.get(nearest);
      shared.set(nearest, {
        likeness: (known?.likeness ?? 0) + tellsOf / whole,
        roles: there,
        isItself: known?.isItself === true || nearest === id,
      });
    }
    return [...shared].map(([guidelineId, { likeness, roles, isItself }]) => ({
      likeness,
      reason: {
        guidelineId,
        citedBy: [...new Set(roles)].sort(),
        says: citedInWords(guidelineId, roles, isItself),
      },
    }));
  };
}

/** From nearly 0, of what all findings cite, to 1, of what one does. */
function rarity(citations: number, findings: number): number {
  if (findings === 0) return 1;
  return Math.max(0.01, Math.log((findings + 1) / Math.max(1, citations)) / Math.log(findings + 1));
}

function weightOf(roles: readonly CitationRole[]): number {
  return roles.some((role) => role !== 'CLAIMS_ADMINISTRATOR') ? 1 : ADMINISTRATOR_COUNTS;
}

const BY: Readonly<Record<CitationRole, string>> = {
  EXPERT_REVIEWER: "in the expert reviewer's guideline line",
  RATIONALE: 'in the rationale',
  CLAIMS_ADMINISTRATOR: 'by the claims administrator',
};

function citedInWords(id: string, roles: readonly CitationRole[], isItself: boolean): string {
  const by = [...new Set(roles)].map((role) => BY[role]).sort();
  return `Both cite ${isItself ? id : `something of ${id}`}; there ${by.join(' and ')}.`;
}

/** The cosine of what both say of criteria, each kind a direction of its own. */
function criterionParts(here: readonly StatedCriterion[], there: readonly StatedCriterion[]): Parts {
  const length = lengthOf(here) * lengthOf(there);
  return [...new Set(here.map(({ kind }) => kind))].flatMap((kind) => {
    const [own, others] = [here, there].map((all) => all.filter((one) => one.kind === kind));
    if (own === undefined || others === undefined || others.length === 0) return [];
    const [hereSays, thereSays] = [statuses(own), statuses(others)];
    const agrees = hereSays.some((status) => thereSays.includes(status));
    const likeness = (heft(own) * heft(others) * (agrees ? 1 : OPPOSITE_COUNTS)) / length;
    const says = criterionInWords(kind, hereSays, thereSays, others);
    return [{ likeness, reason: { criterion: kind, here: hereSays, there: thereSays, says } }];
  });
}

function statuses(stated: readonly StatedCriterion[]): CriterionStatus[] {
  return (['MET', 'NOT_MET'] as const).filter((status) => stated.some((one) => one.status === status));
}

function heft(ofKind: readonly StatedCriterion[]): number {
  return ofKind.some(({ decisive }) => decisive) ? 1 : SIDE_REMARK_COUNTS;
}

function lengthOf(stated: readonly StatedCriterion[]): number {
  const kinds = new Set(stated.map(({ kind }) => kind));
  const squares = [...kinds].map((kind) => heft(stated.filter((one) => one.kind === kind)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}

function criterionInWords(
  kind: CriterionKind,
  here: readonly CriterionStatus[],
  there: readonly CriterionStatus[],
  others: readonly StatedCriterion[],
): string {
  const [one, other] = [statusInWords(here), statusInWords(there)];
  const compared = one === other ? `${one} in both` : `${one} here, ${other} there`;
  const decides = others.some(({ decisive }) => decisive) ? ', where it is a reason for the decision' : '';
  return `${CRITERION_KINDS[kind]}: ${compared}${decides}.`;
}

function statusInWords(statuses: readonly CriterionStatus[]): string {
  if (statuses.length > 1) return 'partly met';
  return statuses[0] === 'MET' ? 'met' : 'not met';
}

function wordComparison(words: readonly TellingWord[]): Compare {
  const own = OWN_WORDS * boundOf(words);
  const enough = Math.min(1, words.length / ENOUGH_WORDS);
  return ({ words: score }) => [
    { likeness: enough * Math.min(1, score / own), reason: { says: 'Their words are alike.' } },
  ];
}
