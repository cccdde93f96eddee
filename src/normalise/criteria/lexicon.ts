import data from '../data/criteria/lexicon.json' with { type: 'json' };
import type { ServiceRequest } from '../determination.js';
import type { CriterionKind } from './kinds.js';
import { wordsOf } from '../term-index.js';
import { expand } from './phrase-language.js';
import { PhraseIndex } from './phrases.js';
import { hashOf } from './word-hash.js';

/**
 * What a phrase says of its kind of condition. `CONDITION`: satisfied where it is affirmed, not where it is negated.
 * `NEGATED`: a mere mention, that counts only where it is negated. `UNMET`, `MET`: the one or the other by itself.
 */
export type Sense = 'CONDITION' | 'NEGATED' | 'UNMET' | 'MET';

/** What the lexicon knows of a phrase. */
export interface Entry {
  readonly kind: CriterionKind;
  /** Of kind OTHER: which condition. */
  readonly note: string | null;
  readonly sense: Sense;
  /** A number for both, as the classifier sees them. */
  readonly hash: number;
  /** How many words the phrase names, those of its gaps left out, and the weight of its group. */
  readonly specificity: number;
  /** Whether a word that negates is one of the phrase's own. */
  readonly holdsNegation: boolean;
  /** Whether another kind may be said by the same words. */
  readonly beside: boolean;
  /** Whether it also counts where a conclusion is drawn on another service. */
  readonly inConclusion: boolean;
  /** Whether it counts only in a clause that is given as the ground of another. */
  readonly asGround: boolean;
  /** Whether it counts only where a rationale says nothing else of its kind. */
  readonly lastResort: boolean;
  readonly only: ReadonlySet<Family> | null;
  readonly not: ReadonlySet<Family>;
}

/** Kinds of services that conditions differ for. */
export type Family =
  | 'imaging'
  | 'test'
  | 'equipment'
  | 'visit'
  | 'home'
  | 'injection'
  | 'drug'
  | 'program'
  | 'psychology'
  | 'therapy'
  | 'surgery'
  /** What goes with a surgery: clearance, an assistant. */
  | 'adjunct'
  | 'other';

interface Group {
  readonly kind: string;
  readonly note?: string;
  readonly weight?: number;
  readonly beside?: boolean;
  readonly conclusion?: boolean;
  readonly ground?: boolean;
  readonly lastResort?: boolean;
  readonly only?: readonly string[];
  readonly not?: readonly string[];
  readonly condition?: readonly string[];
  readonly negated?: readonly string[];
  readonly unmet?: readonly string[];
  readonly met?: readonly string[];
}

/** Words that negate, among the alternatives of a phrase's word. */
const NEGATES =
  /(?<![a-z0-9])(?:not?|t|without|lack\w*|absence|unclear|insufficient|inadequate|limited|cannot|unable|neither|yet|denie[sd]|little|minimal)(?![a-z0-9])/;

const SENSES = ['condition', 'negated', 'unmet', 'met'] as const;

/** Finds the phrases of all kinds. */
export const LEXICON = new PhraseIndex<Entry>((data.groups as readonly Group[]).flatMap(entriesOf));

function entriesOf(group: Group): [string, Entry][] {
  const shared = {
    kind: group.kind as CriterionKind,
    note: group.note ?? null,
    beside: group.beside ?? false,
    inConclusion: group.conclusion ?? false,
    asGround: group.ground ?? false,
    lastResort: group.lastResort ?? false,
    only: group.only ? new Set(group.only as Family[]) : null,
    not: new Set((group.not ?? []) as Family[]),
  };
  return SENSES.flatMap((sense) =>
    (group[sense] ?? []).flatMap(variantsOf).map(({ phrase, holdsNegation }): [string, Entry] => [
      phrase,
      {
        ...shared,
        sense: sense.toUpperCase() as Sense,
        hash: hashOf(`${shared.kind} ${sense.toUpperCase()}`),
        holdsNegation,
        specificity: phrase.split(' ').filter((part) => !/^[~?]/.test(part)).length + (group.weight ?? 0),
      },
    ]),
  );
}

interface Variant {
  readonly phrase: string;
  readonly holdsNegation: boolean;
}

/** Of a word that may negate or not ("failed|not_improved") both are phrases of their own: only the one holds its negation. */
function variantsOf(phrase: string): readonly Variant[] {
  let variants: readonly Variant[] = [{ phrase: '', holdsNegation: false }];
  for (const part of phrase.split(' ')) {
    const mark = part.startsWith('?') ? '?' : '';
    const alternatives = expand(part.slice(mark.length), data.lists).split('|');
    const negating = alternatives.filter((one) => NEGATES.test(one));
    const others = alternatives.filter((one) => !NEGATES.test(one));
    const choices = [others, negating].filter(({ length }) => length > 0);
    variants = variants.flatMap((variant) =>
      choices.map((choice) => ({
        phrase: `${variant.phrase} ${mark}${choice.join('|')}`.trimStart(),
        holdsNegation: variant.holdsNegation || choice === negating,
      })),
    );
  }
  return variants;
}

const FAMILIES: readonly (readonly [categoryStart: string, family: Family])[] = [
  ['Diagnostic Testing > Imaging', 'imaging'],
  ['Diagnostic Testing', 'test'],
  ['DMEPOS', 'equipment'],
  ['Evaluation & Management', 'visit'],
  ['Home Health', 'home'],
  ['Injection', 'injection'],
  ['Pharmaceuticals', 'drug'],
  ['Programs', 'program'],
  ['Psych Services', 'psychology'],
  ['Rehabilitation', 'therapy'],
  ['Surgery > Adjunct', 'adjunct'],
  ['Surgery', 'surgery'],
];

export function familyOf({ category }: Pick<ServiceRequest, 'category'>): Family {
  return FAMILIES.find(([start]) => category?.startsWith(start))?.[1] ?? 'other';
}

/** Which kind of condition a guideline's criterion is, as a rationale quotes it; `null` when its words tell none, or several. */
export function kindOfCriterion(text: string): CriterionKind | null {
  const scores = new Map<CriterionKind, number>();
  for (const { value } of LEXICON.findAll(wordsOf(text))) {
    if (value.sense === 'UNMET') continue;
    scores.set(value.kind, Math.max(scores.get(value.kind) ?? 0, value.specificity));
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
