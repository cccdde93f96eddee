import { PARTICLES, WRAP } from './gaps.js';
import { isOtherWord, isVocabulary } from './words.js';

/** A capitalised word, or an initial. */
const NAME_WORD =
  /\p{Lu}(?:[\p{L}\p{M}\p{Cf}]|['’-](?=[\p{L}\n])){1,40}(?![\p{L}\d])|\p{Lu}(?![\p{L}\d'’])\.?/uy;
const PARTICLES_AT = new RegExp(`${PARTICLES}(?=\\p{Lu})`, 'uy');
const SPACE = /[^\S\n\f]/y;
const COMMA = /,[^\S\n\f]/y;
const SUFFIX = /,?[^\S\n\f](?:Jr|Sr|JR|SR|I{2,3}|IV)\b\.?/y;
/** To the next line of a wrapped text. */
const LINE_END = new RegExp(WRAP, 'y');
const MOST_WORDS = 5;

/** How a name is to be read. */
export interface NameOptions {
  /** Whether what stands before it says for sure that a name follows, whatever its first word is. */
  readonly isSure?: boolean;
  /** Whether the family name may come first: "Roe, Jane". */
  readonly mayTurn?: boolean;
  /** Of words; initials count. */
  readonly least?: number;
  readonly most?: number;
}

/** A name that was read. */
export interface Name {
  readonly end: number;
  readonly words: readonly string[];
}

/** The name that begins at a place of a text; undefined when the words there are none. */
export function nameAt(text: string, start: number, options: NameOptions = {}): Name | undefined {
  const { isSure = false, mayTurn = false, least = 1, most = MOST_WORDS } = options;
  const words: string[] = [];
  let end = start;
  for (let at = start; words.length < most;) {
    const from = at + lengthAt(PARTICLES_AT, text, at);
    const word = wordAt(text, from);
    if (word === undefined || mayNotFollow(word, words, isSure)) break;
    words.push(word);
    end = from + word.length;
    at = next(text, end, words.length === 1, mayTurn);
    if (at === end) break;
  }
  const isName = words.length >= least && words.some((word) => word.replace(/\W/g, '').length > 1);
  return isName ? { end: end + lengthAt(SUFFIX, text, end), words } : undefined;
}

/** A word of a name, without an "'s" behind it. */
function wordAt(text: string, at: number): string | undefined {
  NAME_WORD.lastIndex = at;
  return NAME_WORD.exec(text)?.[0].replace(/['’]s$/, '');
}

function mayNotFollow(word: string, before: readonly string[], isSure: boolean): boolean {
  if (before.length === 0) return isSure ? isOtherWord(word) : isVocabulary(word);
  // "Dr. Roe MRI": capitals behind a name that has none are an abbreviation.
  const isAbbreviation = isCapitals(word) && before.some((one) => one.length > 2 && !isCapitals(one));
  return isAbbreviation || isVocabulary(word);
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'’-]+$/u.test(word);
}

/** Where the next word of a name would begin; the end itself when none can follow. */
function next(text: string, end: number, isFirst: boolean, mayTurn: boolean): number {
  const comma = isFirst && mayTurn ? lengthAt(COMMA, text, end) : 0;
  if (comma > 0) return end + comma;
  const lineEnd = lengthAt(LINE_END, text, end);
  if (lineEnd === 0) return end + lengthAt(SPACE, text, end);
  return isFirst || text[end - 1] === '-' ? end + lineEnd : end;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
