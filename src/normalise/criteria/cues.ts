import clauses from '../data/criteria/clauses.json' with { type: 'json' };
import stance from '../data/criteria/stance.json' with { type: 'json' };
import { expand, type WordLists } from './phrase-language.js';
import { PhraseIndex, type PhraseMatch } from './phrases.js';
import type { NumberedWords } from './vocabulary.js';

/** What a cue does: it begins a clause, cuts off a purpose, or tells whom a clause speaks of. */
export type CueRole =
  'BREAK' | 'BREAK_AFTER_COMMA' | 'TAIL' | 'CONCLUSION' | 'GROUND' | 'RECITAL' | 'GENERAL' | 'CASE';

interface Cue {
  readonly role: CueRole;
  /** How much it says, of `GENERAL` and `CASE`. */
  readonly weight: number;
}

/** One index for all: a rationale is gone through once. */
const CUES = new PhraseIndex<Cue>([
  ...cuesOf('BREAK', clauses.breaks, clauses.lists),
  ...cuesOf('BREAK_AFTER_COMMA', clauses.breaksAfterComma, clauses.lists),
  ...cuesOf('TAIL', clauses.tails, clauses.lists),
  ...cuesOf('CONCLUSION', clauses.conclusions, clauses.lists),
  ...cuesOf('GROUND', clauses.grounds, clauses.lists),
  ...cuesOf('RECITAL', clauses.recitals, clauses.lists),
  ...weighed('GENERAL', stance.general),
  ...weighed('CASE', stance.case),
]);

/** The lists of different files share names, so they are written out. */
function cuesOf(role: CueRole, phrases: readonly string[], lists: WordLists, weight = 1): [string, Cue][] {
  return phrases.map((phrase) => [expand(phrase, lists), { role, weight }]);
}

function weighed(role: CueRole, weights: Readonly<Record<string, number>>): [string, Cue][] {
  return Object.entries(weights).flatMap(([phrase, weight]) => cuesOf(role, [phrase], stance.lists, weight));
}

type CueMatch = PhraseMatch<Cue>;

const NONE: readonly CueMatch[] = [];

/** The cues of a rationale, by what they do and where. */
export class Cues {
  readonly #byRole: Record<CueRole, CueMatch[]> = {
    BREAK: [],
    BREAK_AFTER_COMMA: [],
    TAIL: [],
    CONCLUSION: [],
    GROUND: [],
    RECITAL: [],
    GENERAL: [],
    CASE: [],
  };

  constructor(words: NumberedWords) {
    for (const match of CUES.findAll(words)) this.#byRole[match.value.role].push(match);
  }

  /** Those that lie wholly within the words from `first` up to `next`, in order. */
  within(role: CueRole, first: number, next: number): readonly CueMatch[] {
    const all = this.#byRole[role];
    let found: CueMatch[] | undefined;
    for (let at = lowerBound(all, first); at < all.length; at++) {
      const match = all[at];
      if (!match || match.first >= next) break;
      if (match.next <= next) (found ??= []).push(match);
    }
    return found ?? NONE;
  }

  some(role: CueRole, first: number, next: number): boolean {
    return this.within(role, first, next).length > 0;
  }

  /** How much those within some words say. */
  weightOf(role: CueRole, first: number, next: number): number {
    let sum = 0;
    for (const { value } of this.within(role, first, next)) sum += value.weight;
    return sum;
  }
}

/** Index of the first match that begins at or after a word. */
function lowerBound(matches: readonly CueMatch[], first: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.first ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
