import type { Words } from '../term-index.js';

/*
 * Words by number. Prose has words without end, but phrases and lists tell only some thousands apart; words that none of
 * them tells apart have one number. So what is known of a number is found without comparing letters, and stays small
 * however much is read.
 */

/** Words with the number of each, the same in all texts; 0 of those that no phrase and no list has. */
export interface NumberedWords extends Words {
  readonly numbers: Int32Array;
}

/** The numbers of so many words are remembered as written: as many as are not seldom in medical prose. */
const MOST_REMEMBERED = 20_000;

/** Of words as a whole, and of beginnings of words. */
const wholeWords = new Map<string, number>();
const beginnings = new Map<string, number>();
let longestBeginning = 0;
const remembered = new Map<string, number>();

/** Has a word told apart from others; with `*` at its end, all words that begin so. Gives its number. */
export function tellApart(word: string): number {
  const isBeginning = word.endsWith('*');
  const [table, key] = isBeginning ? [beginnings, word.slice(0, -1)] : [wholeWords, word];
  const number = table.get(key) ?? wholeWords.size + beginnings.size + 1;
  table.set(key, number);
  if (isBeginning) longestBeginning = Math.max(longestBeginning, key.length);
  remembered.clear();
  return number;
}

/** Numbers the words of a text. */
export function numbered({ text, words, starts, ends }: Words): NumberedWords {
  const numbers = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) numbers[i] = numberOf(words[i] ?? '');
  return { text, words, starts, ends, numbers };
}

function numberOf(word: string): number {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const number = wholeWords.get(word) ?? numberOfBeginning(word);
  if (remembered.size < MOST_REMEMBERED) remembered.set(word, number);
  return number;
}

/** Of the longest beginning: words that share it share all shorter ones. */
function numberOfBeginning(word: string): number {
  for (let length = Math.min(word.length, longestBeginning); length > 0; length--) {
    const number = beginnings.get(word.slice(0, length));
    if (number !== undefined) return number;
  }
  return 0;
}

/** A set of whole words that is asked by number. */
export class WordSet {
  readonly #has: Uint8Array;

  constructor(words: readonly string[]) {
    const numbers = words.map(tellApart);
    this.#has = new Uint8Array(Math.max(0, ...numbers) + 1);
    for (const number of numbers) this.#has[number] = 1;
  }

  has(number: number): boolean {
    return this.#has[number] === 1;
  }
}
