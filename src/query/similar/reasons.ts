import { wordsOf } from '../search/words.js';
import type { Reason } from './likeness.js';
import type { TellingWord } from './telling-words.js';

/** A reason, for people; `words` are telling words that both texts have, of the wording alone. */
export interface ToldReason extends Reason {
  readonly words: readonly string[];
}

/** A reason that adds less than this to a score is not told. */
const LEAST_WEIGHT = 0.005;
/** Most words that a sentence names. */
const MOST_NAMED = 8;

/**
 * The reasons that are worth telling, the weightiest first.
 * @param words by which rationales are compared, the most telling first
 */
export function toldReasons(
  reasons: readonly Reason[],
  rationale: string | null,
  words: readonly TellingWord[],
): ToldReason[] {
  return reasons
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .map((reason) => {
      if (reason.kind !== 'WORDING') return { ...reason, words: [] };
      const shared = sharedWords(rationale ?? '', words);
      return { ...reason, words: shared, says: wordsInWords(shared) };
    });
}

function sharedWords(text: string, words: readonly TellingWord[]): string[] {
  const stems = new Set(wordsOf(text).map(({ stem }) => stem));
  return words.filter(({ stem }) => stems.has(stem)).map((word) => word.text);
}

function wordsInWords(shared: readonly string[]): string {
  const named = shared.slice(0, MOST_NAMED).join(', ');
  const more = shared.length > MOST_NAMED ? ` and ${shared.length - MOST_NAMED} more` : '';
  return `Both rationales say: ${named}${more}.`;
}
