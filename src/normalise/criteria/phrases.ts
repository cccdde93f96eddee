import type { Words } from '../term-index.js';

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

/** A phrase found, as indexes of {@link Words}: first word, and the one after the last. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly first: number;
  readonly next: number;
}

interface Word {
  readonly text: string;
  readonly isPrefix: boolean;
}

type Step =
  | { readonly longestGap: number }
  | { readonly alternatives: readonly (readonly Word[])[]; readonly isOptional: boolean };

interface Phrase<T> {
  readonly value: T;
  readonly steps: readonly Step[];
}

const DEFAULT_GAP = 3;
/** Prefixes are looked up by as many of their first letters. */
const KEY_LENGTH = 3;

export class PhraseIndex<T> {
  readonly #byWord = new Map<string, Phrase<T>[]>();
  readonly #byKey = new Map<string, { readonly prefix: string; readonly phrase: Phrase<T> }[]>();

  /** @throws {Error} when a phrase is malformed; they are the project's own data */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>, lists: WordLists = {}) {
    for (const [words, value] of entries) this.#add({ value, steps: compile(words, lists) }, words);
  }

  /** Every phrase at every place, the longest match of each; they may overlap. */
  findAll(words: Words, from = 0, to = words.words.length): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    for (let at = from; at < to; at++) {
      const word = words.words[at] ?? '';
      for (const phrase of this.#byWord.get(word) ?? []) addMatch(matches, phrase, words, at, to);
      for (const { prefix, phrase } of this.#byKey.get(word.slice(0, KEY_LENGTH)) ?? []) {
        if (word.startsWith(prefix)) addMatch(matches, phrase, words, at, to);
      }
    }
    return matches;
  }

  #add(phrase: Phrase<T>, written: string): void {
    const [first] = phrase.steps;
    if (!first || !('alternatives' in first) || first.isOptional)
      throw new Error(`A phrase begins with a word: ${written}`);
    for (const [word] of first.alternatives) {
      if (!word) continue;
      if (!word.isPrefix) append(this.#byWord, word.text, phrase);
      else if (word.text.length < KEY_LENGTH) throw new Error(`Too short a beginning in: ${written}`);
      else append(this.#byKey, word.text.slice(0, KEY_LENGTH), { prefix: word.text, phrase });
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

function addMatch<T>(
  matches: PhraseMatch<T>[],
  phrase: Phrase<T>,
  words: Words,
  at: number,
  to: number,
): void {
  const next = matchSteps(phrase.steps, 0, words, at, to);
  if (next >= 0) matches.push({ value: phrase.value, first: at, next });
}

/** Where a match of the steps from `step` on, that begins at word `at`, ends; -1 when there is none. */
function matchSteps(steps: readonly Step[], step: number, words: Words, at: number, to: number): number {
  const current = steps[step];
  if (!current) return at;
  if ('longestGap' in current) {
    for (let gap = 0; gap <= current.longestGap && at + gap < to; gap++) {
      const next = matchSteps(steps, step + 1, words, at + gap, to);
      if (next >= 0) return next;
    }
    return -1;
  }
  let longest = -1;
  for (const alternative of current.alternatives) {
    const end = matchWords(alternative, words, at, to);
    const next = end < 0 ? -1 : matchSteps(steps, step + 1, words, end, to);
    if (next > longest) longest = next;
  }
  if (longest < 0 && current.isOptional) return matchSteps(steps, step + 1, words, at, to);
  return longest;
}

function matchWords(alternative: readonly Word[], { words }: Words, at: number, to: number): number {
  if (at + alternative.length > to) return -1;
  for (let i = 0; i < alternative.length; i++) {
    const wanted = alternative[i];
    const word = words[at + i] ?? '';
    if (!wanted || !(wanted.isPrefix ? word.startsWith(wanted.text) : word === wanted.text)) return -1;
  }
  return at + alternative.length;
}

function compile(phrase: string, lists: WordLists): readonly Step[] {
  return phrase.split(' ').map((part): Step => {
    const gap = /^~(\d*)$/.exec(part);
    if (gap) return { longestGap: gap[1] ? Number(gap[1]) : DEFAULT_GAP };
    const isOptional = part.startsWith('?');
    const written = expand(isOptional ? part.slice(1) : part, lists);
    return { isOptional, alternatives: written.split('|').map(wordsOfAlternative) };
  });
}

/** A list may name others. */
function expand(part: string, lists: WordLists): string {
  return part.replace(/@([A-Z_]+)/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`No list of words is named ${name}`);
    return expand(list, lists);
  });
}

function wordsOfAlternative(alternative: string): readonly Word[] {
  return alternative.split('_').map((word) => {
    if (!/^[a-z0-9]+\*?$/.test(word)) throw new Error(`Not a word of a phrase: ${word} in ${alternative}`);
    const isPrefix = word.endsWith('*');
    return { text: isPrefix ? word.slice(0, -1) : word, isPrefix };
  });
}
