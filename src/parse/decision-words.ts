import type { Decision, Quote, Reading } from './letter.js';
import { within } from './quote.js';

/** How a heading tells its decision: what it ends in, and what of that is the decision. */
export interface DecisionWords {
  /** At the end of a heading, from the last character of the request on; the group `decision` tells it. */
  readonly atEnd: RegExp;
  /** How the last word of every decision ends: one look at it tells that most lines end in none. */
  readonly lastLetters: RegExp;
  readonly decisionOf: (words: string) => Decision;
  /** Whether headings may follow one another, with nothing between them. */
  readonly mayFollowOneAnother: boolean;
}

/** ": Upheld", also in capitals, with a full stop, or as "Uphold" and "Overturn"; "Partially" is read, and warned of. */
const BY_WORD: DecisionWords = {
  atEnd:
    /.: ?(?:(?:Partial|Partially|PARTIALLY|partially|In part,?) )?(?<decision>[Uu]ph(?:e|o)ld|UPHELD|UPHOLD|[Oo]verturn(?:ed)?|OVERTURN(?:ED)?) ?\.?$/d,
  lastLetters: /[lren][dn] ?\.?$/i,
  decisionOf: (words) => (/^overturn/i.test(words) ? 'OVERTURNED' : 'UPHELD'),
  mayFollowOneAnother: true,
};

/** "is (not) medically necessary and appropriate.", where "not" may run into the next word. */
const BY_SENTENCE: DecisionWords & { readonly anywhere: RegExp } = {
  /** Told, but not at the end: a sentence of a rationale. */
  anywhere: /\bmedically necessary (?!and\b|or\b|and appropriate\b)[a-z]|\bmedically necessary[^]{0,20}\. /i,
  atEnd:
    /. (?<decision>(?:is|are|was|were) ?(?:not ?)?medically necessary(?: (?:and|or) (?:medically )?appropriate)?) ?\.?$/d,
  lastLetters: /(?:ry|te) ?\.?$/,
  decisionOf: (words) => (/\b(?:is|are|was|were) ?not ?med/.test(words) ? 'UPHELD' : 'OVERTURNED'),
  mayFollowOneAnother: false,
};

export const DECISION_WORDS = { word: BY_WORD, sentence: BY_SENTENCE } as const;

/** The words that tell a decision are shorter than this. */
const LONGEST_DECISION = 120;

/** Whether a text ends in a decision. */
export function endsInDecision(text: string, { atEnd, lastLetters }: DecisionWords): boolean {
  return lastLetters.test(text.slice(-4)) && atEnd.test(text.slice(-LONGEST_DECISION));
}

/** Parts a heading that ends in a decision into the request and the decision. */
export function partDecision(
  heading: Quote,
  { atEnd, decisionOf }: DecisionWords,
): { request: Quote; decision: Reading<Decision> } | undefined {
  const from = Math.max(0, heading.value.length - LONGEST_DECISION);
  const match = atEnd.exec(heading.value.slice(from));
  const [start, end] = match?.indices?.groups?.['decision'] ?? [0, 0];
  if (!match || end === 0) return undefined;
  const words = within(heading, from + start, from + end);
  return {
    request: within(heading, 0, from + match.index + 1),
    decision: { value: decisionOf(words.value), span: words.span },
  };
}

/** A heading that decides an item in part, which no template provides for. */
export const DECIDES_IN_PART = /.: ?(?:Partial(?:ly)?|In part,?) (?:Uph[eo]ld|Overturn(?:ed)?) ?\.?$/i;
