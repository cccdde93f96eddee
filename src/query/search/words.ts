import { porterStem } from './porter.js';

/** One word of a text, as the full-text indexes see it. */
export interface Word {
  /** Offsets into the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Words with one stem are the same; null of those that are too common to be searched for. */
  readonly stem: string | null;
}

/** What the English analyzer leaves out; a test compares it with the engine's own list. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to ' +
    'was will with'
  ).split(' '),
);

/**
 * Letters and digits; within a word also a dot, an apostrophe or a colon between letters ("e.g", "patient's"), a dot or a comma
 * between digits ("2.5", "1,000"). A hyphen or a slash parts words.
 */
const WORD =
  /[\p{L}\p{N}\p{M}_]+(?:(?:(?<=\p{L})[.'’:·](?=\p{L})|(?<=\p{N})[.,;'’](?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu;
const POSSESSIVE = /['’]s$/i;

/** The words of a text, in order. Linear in its length. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    stem: stemOf(word),
  }));
}

function stemOf(word: string): string | null {
  const folded = word.replace(POSSESSIVE, '').toLowerCase();
  return STOP_WORDS.has(folded) ? null : porterStem(folded);
}
