import data from '../data/criteria/negation.json' with { type: 'json' };
import type { Words } from '../term-index.js';
import { PhraseIndex, type PhraseMatch } from './phrases.js';

/*
 * What a clause says not to be, or not to be shown: cues and their scope, after NegEx and ConText. A cue such as "no" or
 * "lack of" reaches from its end to that of its clause; one such as "was not documented" back to its clause's beginning.
 */

type Direction = 'before' | 'after' | 'never';

const CUES = new PhraseIndex<Direction>(
  (['before', 'after', 'never'] as const).flatMap((direction) =>
    data[direction].map((phrase) => [phrase, direction] as const),
  ),
  data.lists,
);
/** Words that hold the place of a subject: a cue after these alone is about what follows. */
const EMPTY_SUBJECT = new Set(
  'it there is was are were also and however in addition additionally furthermore moreover remains still that this further here at time the a but or nor as appears seems been be'.split(
    ' ',
  ),
);
/** After these a passive cue is about what follows: "was not shown to have failed", "it is not stated that". */
const LEADS_ON = new Set(['to', 'that', 'whether', 'if', 'as', 'why', 'how', 'what', 'which']);

/** A cue and the words that it is about, as indexes of {@link Words}. */
export interface Negation {
  readonly cue: { readonly first: number; readonly next: number };
  readonly first: number;
  readonly next: number;
}

/** The negations of a clause (words `first` up to `next`), in order; one cue within another does not count. */
export function negationsIn(words: Words, first: number, next: number): readonly Negation[] {
  const negations: Negation[] = [];
  for (const cue of outermost(CUES.findAll(words, first, next))) {
    if (cue.value === 'never') continue;
    if (cue.value === 'after' && !leadsOn(words, cue, first)) negations.push({ cue, first, next: cue.first });
    else if (cue.next < next) negations.push({ cue, first: cue.next, next });
  }
  return negations;
}

function leadsOn({ words }: Words, { first, next }: PhraseMatch<Direction>, clause: number): boolean {
  if (LEADS_ON.has(words[next] ?? '')) return true;
  for (let at = clause; at < first; at++) if (!EMPTY_SUBJECT.has(words[at] ?? '')) return false;
  return true;
}

/** Of cues that overlap the longest; they come from left to right. */
function outermost(cues: readonly PhraseMatch<Direction>[]): readonly PhraseMatch<Direction>[] {
  if (cues.length < 2) return cues;
  const kept: PhraseMatch<Direction>[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    if (!last || cue.first >= last.next) kept.push(cue);
    else if (cue.next - cue.first > last.next - last.first) kept[kept.length - 1] = cue;
  }
  return kept;
}
