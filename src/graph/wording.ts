import data from './data/criterion-words.json' with { type: 'json' };
import { stemOf } from './stem.js';

/**
 * What a criterion says, without how it says it: its words folded (case, inflection, British and American spelling,
 * common abbreviations, synonyms). Apart from them its numbers, bounds and negation, which make another criterion of
 * the same words.
 */
export interface Wording {
  /** Each word with its weight: 1, less for words that most criteria have and for those in brackets. */
  readonly weights: ReadonlyMap<string, number>;
  /** Numbers, each with what it counts, if known: "6 to 8 weeks" is 6 and 8, both of weeks. */
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>;
  /** `>=` and `<=`, as many of them as there are. */
  readonly bounds: ReadonlySet<string>;
  /** By number of the group, the words of a group of which only one can be true at a time: "left", "right". */
  readonly exclusive: ReadonlyMap<number, ReadonlySet<string>>;
  /** The numbers, and whether it negates or speaks of failure; wordings that differ in it are different criteria. */
  readonly signature: string;
  /** Equal for texts that differ in nothing but how they say it. */
  readonly key: string;
}

interface Token {
  readonly word: string;
  readonly isBracketed: boolean;
}

/** What phrases stand for, and by their first word how many words the longest of them has. */
interface PhraseTable {
  readonly meanings: ReadonlyMap<string, readonly string[]>;
  readonly longest: ReadonlyMap<string, number>;
}

/** Words that most criteria have tell little … */
const GENERIC_WEIGHT = 0.2;
/** … and so do examples and remarks in brackets, and what has to agree anyway. */
const BRACKETS_WEIGHT = 0.25;
const SIGNATURE_WEIGHT = 0.5;

const TOKEN = /[a-z]+|\d+(?:\.\d+)?|[()[\]%<>≥≤°]/g;
const NUMBER = /^\d/;
/** Of a reference: "(Smith, 2009)". */
const YEAR = /^(?:19|20)\d\d$/;

const stemsOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(phraseStem));
const STOP = new Set(data.stop);
const UNITS = stemsOf(data.units);
const GENERIC = stemsOf(data.generic);
const NUMBERS = new Map(Object.entries(data.numbers).map(([word, number]) => [word, String(number)]));
const BOUNDS_BEFORE_NUMBERS = new Map(Object.entries(data.boundsBeforeNumbers));
const PHRASES = phraseTable(
  Object.entries(data.phrases).map(([phrase, words]) => [phrase, words.split(' ')] as const),
);
const SYNONYMS = phraseTable(
  data.same.flatMap(([meant = '', ...others]) =>
    [meant, ...others].map((phrase) => [phraseStem(phrase), [phraseStem(meant)]] as const),
  ),
);
const GROUPS = new Map(
  data.exclusive.flatMap((words, group) => words.map((word) => [phraseStem(word), group] as const)),
);
/** What every negation, and every word for failure, is folded to. */
const NEGATED = phraseStem('not');
const FAILED = phraseStem('failed');

/** Folds the words of a criterion. Takes time in proportion to the text's length. */
export function wordingOf(text: string): Wording {
  const raw = withBounds(foldPhrases(tokensOf(text), PHRASES));
  const stems = raw
    .filter(({ word }) => !STOP.has(word))
    .map(({ word, isBracketed }) => ({ word: stemOf(word), isBracketed }));
  const tokens = foldPhrases(stems, SYNONYMS);
  const words = tokens.map(({ word }) => word);
  const numbers = numbersOf(words);
  const bounds = new Set(words.filter(isBound));
  const weights = weightsOf(tokens);
  const signature = [
    [...numbers.keys()].sort().join(','),
    words.includes(NEGATED) ? NEGATED : '',
    words.includes(FAILED) ? FAILED : '',
  ].join('|');
  const counted = [...numbers].map(([number, units]) => [number, ...[...units].sort()].join(' '));
  const key = [signature, ...counted.sort(), ...[...bounds].sort(), ...[...weights.keys()].sort()].join('|');
  return { weights, numbers, bounds, exclusive: exclusiveOf(words), signature, key };
}

/** The words, lower case, numbers in figures; "non-operative" is one word. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let prefix = '';
  for (const [found] of text.toLowerCase().matchAll(TOKEN)) {
    if (found === '(' || found === '[') depth++;
    else if (found === ')' || found === ']') depth = Math.max(0, depth - 1);
    else if (found === 'non') prefix = found;
    else if (!(depth > 0 && YEAR.test(found))) {
      tokens.push({ word: prefix + (NUMBERS.get(found) ?? found), isBracketed: depth > 0 });
      prefix = '';
    }
  }
  return tokens;
}

/** Puts the words that phrases stand for in their place, of several phrases at one place the longest. */
function foldPhrases(tokens: readonly Token[], phrases: PhraseTable): Token[] {
  const folded: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const [words, length] = longestPhrase(tokens, i, phrases);
    const isBracketed = tokens[i]?.isBracketed ?? false;
    folded.push(...words.map((word) => ({ word, isBracketed })));
    i += length;
  }
  return folded;
}

function longestPhrase(
  tokens: readonly Token[],
  start: number,
  { meanings, longest }: PhraseTable,
): [words: readonly string[], length: number] {
  const first = tokens[start]?.word ?? '';
  const most = longest.get(first) ?? 0;
  const window = tokens.slice(start, start + most).map(({ word }) => word);
  for (let length = window.length; length > 0; length--) {
    const words = meanings.get(window.slice(0, length).join(' '));
    if (words) return [words, length];
  }
  return [[first], 1];
}

/** "Over 50" is a bound, "over the shoulder" is not. */
function withBounds(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    const bound = BOUNDS_BEFORE_NUMBERS.get(token.word);
    return bound !== undefined && NUMBER.test(tokens[i + 1]?.word ?? '') ? { ...token, word: bound } : token;
  });
}

const isBound = (word: string): boolean => word === '>=' || word === '<=';

/** A number's unit is the word after it, or after the last number of a range. */
function numbersOf(words: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = new Map<string, Set<string>>();
  let unit = '';
  for (const word of words.toReversed()) {
    if (!NUMBER.test(word)) {
      unit = UNITS.has(word) ? word : '';
      continue;
    }
    const number = String(Number(word));
    const units = numbers.get(number) ?? new Set();
    if (unit !== '') units.add(unit);
    numbers.set(number, units);
  }
  return numbers;
}

function weightsOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { word, isBracketed } of tokens) {
    if (isBound(word)) continue;
    const weight = weightOf(word) * (isBracketed ? BRACKETS_WEIGHT : 1);
    weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  }
  return weights;
}

function weightOf(word: string): number {
  if (NUMBER.test(word) || word === NEGATED || word === FAILED) return SIGNATURE_WEIGHT;
  return GENERIC.has(word) || UNITS.has(word) ? GENERIC_WEIGHT : 1;
}

function exclusiveOf(words: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
  const groups = new Map<number, Set<string>>();
  for (const word of words) {
    const group = GROUPS.get(word);
    if (group !== undefined) groups.set(group, (groups.get(group) ?? new Set()).add(word));
  }
  return groups;
}

/** A phrase of the data as its folded words, joined as `foldPhrases` looks them up. */
function phraseStem(phrase: string): string {
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => !STOP.has(word))
    .map(stemOf)
    .join(' ');
}

function phraseTable(entries: readonly (readonly [phrase: string, words: readonly string[]])[]): PhraseTable {
  const longest = new Map<string, number>();
  for (const [phrase] of entries) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0));
  }
  return { meanings: new Map(entries), longest };
}
