/*
 * Phrases of prose, as data. A phrase is words with white space between them, each of which may be
 *   fail*          any word that begins so
 *   no|any         one of several
 *   physical_therapy|exercise*   one of several, the first being two words
 *   @CARE          one of the words of a list of that name
 *   ?the           a word that may be left out
 *   ~  ~5          up to three (five) words of any kind
 */

/** Words that phrases name together: `@CARE` for `{ "CARE": "physical_therapy|exercise*" }`. */
export type WordLists = Readonly<Record<string, string>>;

/** One place of a phrase: a gap, or words one of which stands there. */
export interface Place {
  /** Up to as many words of any kind; of a gap only. */
  readonly longestGap: number;
  readonly isOptional: boolean;
  /** Single words; one that ends in `*` is a beginning. */
  readonly words: readonly string[];
  /** Alternatives of several words. */
  readonly runs: readonly (readonly string[])[];
}

const DEFAULT_GAP = 3;

/**
 * The places of a phrase, in order.
 * @throws {Error} when it is malformed; phrases are the project's own data
 */
export function placesOf(phrase: string, lists: WordLists): readonly Place[] {
  const places = phrase.split(' ').map((part) => placeOf(part, lists));
  const [first] = places;
  if (!first || first.longestGap > 0 || first.isOptional)
    throw new Error(`A phrase begins with a word: ${phrase}`);
  return places;
}

function placeOf(part: string, lists: WordLists): Place {
  const gap = /^~(\d*)$/.exec(part);
  if (gap) {
    const longestGap = gap[1] ? Number(gap[1]) : DEFAULT_GAP;
    return { longestGap, isOptional: false, words: [], runs: [] };
  }
  const isOptional = part.startsWith('?');
  const written = expand(isOptional ? part.slice(1) : part, lists);
  const alternatives = written.split('|').map((alternative) => alternative.split('_'));
  for (const word of alternatives.flat()) {
    if (!/^[a-z0-9]+\*?$/.test(word)) throw new Error(`Not a word of a phrase: ${word} in ${written}`);
  }
  const runs = alternatives.filter(({ length }) => length > 1);
  const words = alternatives.filter(({ length }) => length === 1).flat();
  return { longestGap: 0, isOptional, words, runs };
}

/** A word of a phrase with the lists that it names written out; a list may name others. */
export function expand(part: string, lists: WordLists): string {
  return part.replace(/@([A-Z_]+)/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`No list of words is named ${name}`);
    return expand(list, lists);
  });
}
