/** A set phrase that stands at some place of a text: `text.slice(start, end)`, but for line breaks. */
export interface PhraseStart {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Phrases by their first character, so that most places of a text are told apart by one look; longest first. */
export type PhraseIndex = ReadonlyMap<string, readonly string[]>;

export function phraseIndex(phrases: Iterable<string>): PhraseIndex {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length);
  const index = new Map<string, string[]>();
  for (const words of longestFirst) {
    const initial = words.slice(0, 1);
    const others = index.get(initial);
    if (others) others.push(words);
    else index.set(initial, [words]);
  }
  return index;
}

/** The phrase that stands at an offset of a cleaned text. */
export function phraseAt(text: string, start: number, index: PhraseIndex): PhraseStart | undefined {
  for (const words of index.get(text.charAt(start)) ?? []) {
    const end = endOfPhrase(text, start, words);
    if (end >= 0) return { words, start, end };
  }
  return undefined;
}

/** Where set words end that begin at an offset, wherever their line breaks fall; -1 when other words stand there. */
function endOfPhrase(text: string, start: number, words: string): number {
  if (text.startsWith(words, start)) return start + words.length;
  let at = start;
  for (const word of words.split(' ')) {
    const next = at === start ? at : skipWhite(text, at);
    if ((next === at && at > start) || !text.startsWith(word, next)) return -1;
    at = next + word.length;
  }
  return at;
}

/** The offset of the next character that is neither space nor line end. */
export function skipWhite(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\n') at++;
  return at;
}
