/**
 * Finds the catalogue's terms in running text. Terms and text are compared word by word, folded as `names.ts` folds them:
 * without regard to case and punctuation, "&" being "and". One pass over the words, whatever the number of terms.
 */

import { lengthAt } from './patterns.js';

/** The words of a text, folded, and where they stand: `text.slice(starts[i], ends[i])` is word `i` as written. */
export interface Words {
  readonly text: string;
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A term found in a text. */
export interface TermMatch<T> {
  readonly value: T;
  /** Offsets into the text: `text.slice(start, end)` is the term as written. */
  readonly start: number;
  readonly end: number;
  /** The same as indexes of {@link Words}: first word, and the one after the last. */
  readonly firstWord: number;
  readonly nextWord: number;
}

/** Says whether a match counts; the next shorter term at the same place is tried when it does not. */
export type Accept<T> = (match: TermMatch<T>) => boolean;

interface Term<T> {
  readonly value: T;
  readonly isClosed: boolean;
}

/** Where the words of terms lead, from one to the next. */
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  term: Term<T> | undefined;
}

/** Words of one term have no more than this between them: "Neck / Upper-Back" is a term, "Neck ....... Upper" is not. */
const LONGEST_GAP = 4;
/** A term that ends in punctuation ("Low Back (Acute)") takes as many closing characters of the text. */
const LONGEST_CLOSING = 2;
const CLOSING = /[^\w\s,.;:]/;

export class TermIndex<T> {
  readonly #firstWords = new Map<string, Node<T>>();

  /** @param entries each term with its meaning; of a term given twice the last meaning counts, as in a `Map`. */
  constructor(entries: Iterable<readonly [term: string, value: T]>) {
    for (const [term, value] of entries) this.#add(term, value);
  }

  /** The meaning of words that are a term as a whole. */
  get(words: string): T | undefined {
    const [first = '', ...others] = wordsOf(words).words;
    let node = this.#firstWords.get(first);
    for (const word of others) node = node?.next?.get(word);
    return node?.term?.value;
  }

  /**
   * The leftmost term, the longest at its place.
   * @param from offset in the text before which no match begins.
   */
  findFirst(text: string | Words, from = 0, accept?: Accept<T>): TermMatch<T> | undefined {
    const all = asWords(text);
    for (let i = from === 0 ? 0 : wordFrom(all, from); i < all.words.length; i++) {
      const match = this.#longestAt(all, i, accept);
      if (match) return match;
    }
    return undefined;
  }

  /** Every term from left to right, the longest at each place; matches do not overlap. */
  findAll(text: string | Words, accept?: Accept<T>): TermMatch<T>[] {
    const all = asWords(text);
    const matches: TermMatch<T>[] = [];
    for (let i = 0; i < all.words.length; i++) {
      const match = this.#longestAt(all, i, accept);
      if (!match) continue;
      matches.push(match);
      i = match.nextWord - 1;
    }
    return matches;
  }

  /** The longest term that begins exactly at an offset of the text. */
  findAt(text: string | Words, offset: number, accept?: Accept<T>): TermMatch<T> | undefined {
    // Seldom a term begins there: one word tells, before all of a text is taken apart.
    if (typeof text === 'string' && !this.#firstWords.has(wordAt(text, offset))) return undefined;
    const all = asWords(text);
    const i = wordFrom(all, offset);
    return all.starts[i] === offset ? this.#longestAt(all, i, accept) : undefined;
  }

  #add(term: string, value: T): void {
    let node: Node<T> | undefined;
    for (const word of wordsOf(term).words) {
      const next = node ? (node.next ??= new Map<string, Node<T>>()) : this.#firstWords;
      node = next.get(word);
      if (!node) next.set(word, (node = { next: undefined, term: undefined }));
    }
    if (node) node.term = { value, isClosed: /\W$/.test(term) || (node.term?.isClosed ?? false) };
  }

  /** Most words begin no term: a method this small is put in place of its calls. */
  #longestAt(all: Words, at: number, accept: Accept<T> | undefined): TermMatch<T> | undefined {
    const first = this.#firstWords.get(all.words[at] ?? '');
    return first && longestFrom(first, all, at, accept);
  }
}

function longestFrom<T>(
  first: Node<T>,
  all: Words,
  at: number,
  accept: Accept<T> | undefined,
): TermMatch<T> | undefined {
  const found: { readonly next: number; readonly term: Term<T> }[] = [];
  let node: Node<T> | undefined = first;
  for (let next = at + 1; node; next++) {
    if (node.term) found.push({ next, term: node.term });
    if (!node.next || !isNear(all, next)) break;
    node = node.next.get(all.words[next] ?? '');
  }
  for (let last = found.pop(); last; last = found.pop()) {
    const match = matchOf(all, at, last.next, last.term);
    if (!accept || accept(match)) return match;
  }
  return undefined;
}

/** The words of a text, to be looked up in several indexes. */
export function wordsOf(text: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const lower = lowerCase(text);
  let start = -1;
  for (let i = 0; i <= lower.length; i++) {
    // Each character is looked at once; beyond the end it is NaN, which ends the last word.
    const code = lower.charCodeAt(i);
    if (isWordCharacter(code)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) {
      words.push(lower.slice(start, i));
      starts.push(start);
      ends.push(i);
      start = -1;
    }
    if (code === AMPERSAND) {
      words.push('and');
      starts.push(i);
      ends.push(i + 1);
    }
  }
  return { text, words, starts, ends };
}

/** The word at an offset, folded. */
function wordAt(text: string, offset: number): string {
  if (text.charCodeAt(offset) === AMPERSAND) return 'and';
  return text.slice(offset, offset + lengthAt(WORD, text, offset)).toLowerCase();
}

function asWords(text: string | Words): Words {
  return typeof text === 'string' ? wordsOf(text) : text;
}

/** Of the same length, so that offsets hold: a few capital letters have a longer small form. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (part) => part.toLowerCase());
}

const AMPERSAND = 38;
const WORD = /\w+/y;

/** a-z, 0-9 and _, as `\w` of lower-case text; false beyond the text's end. */
function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95;
}

/** Index of the first word that begins at or after an offset. */
function wordFrom({ starts }: Words, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isNear({ starts, ends }: Words, word: number): boolean {
  return (starts[word] ?? Infinity) - (ends[word - 1] ?? 0) <= LONGEST_GAP;
}

function matchOf<T>(
  { text, starts, ends }: Words,
  firstWord: number,
  nextWord: number,
  { value, isClosed }: { value: T; isClosed: boolean },
): TermMatch<T> {
  let end = ends[nextWord - 1] ?? 0;
  for (let n = 0; isClosed && n < LONGEST_CLOSING && CLOSING.test(text[end] ?? ''); n++) end++;
  return { value, start: starts[firstWord] ?? 0, end, firstWord, nextWord };
}
