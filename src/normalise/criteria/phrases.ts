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

/** One place of a phrase: a gap, or words one of which stands there. */
interface Step {
  /** Up to as many words of any kind; of a gap only. */
  readonly longestGap: number;
  readonly isOptional: boolean;
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  /** Alternatives of several words; one that ends in `*` is a beginning. */
  readonly runs: readonly (readonly string[])[];
  /** What runs begin with: words, and beginnings of words. */
  readonly runStarts: { readonly whole: ReadonlySet<string>; readonly beginnings: readonly string[] };
}

interface Phrase<T> {
  readonly value: T;
  readonly steps: readonly Step[];
  /** The steps after the first that must follow for the phrase to be. */
  readonly needs: readonly Need[];
}

interface Need {
  /** Number of the step. */
  readonly step: number;
  /** How many words after the first one it begins at most. */
  readonly reach: number;
}

/** What an index knows of a word. */
interface Known<T> {
  /** The phrases that begin with it. */
  readonly phrases: readonly Phrase<T>[];
  /** Numbers of the steps that it is, or begins; `null` of a word without a number: it may be any. */
  readonly steps: readonly number[] | null;
}

const DEFAULT_GAP = 3;
const NO_WORDS: ReadonlySet<string> = new Set();
/** Words that are told by number: more than medical prose has, and few enough for text that is none. */
const MOST_NUMBERED = 20_000;
const numbers = new Map<string, number>();

/** Words with a number for each, the same in all texts; 0 for those beyond the most that are numbered. */
export interface NumberedWords extends Words {
  readonly numbers: Int32Array;
}

/** Numbers the words of a text, so that several indexes can look them up without comparing letters. */
export function numbered(words: Words): NumberedWords {
  const { text, words: all, starts, ends } = words;
  const of = new Int32Array(all.length);
  for (let i = 0; i < all.length; i++) of[i] = numberOf(all[i] ?? '');
  return { text, words: all, starts, ends, numbers: of };
}

function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_NUMBERED) return 0;
  numbers.set(word, numbers.size + 1);
  return numbers.size;
}

export class PhraseIndex<T> {
  /** By the numbers of the words seen so far. */
  readonly #known: (Known<T> | undefined)[] = [];
  readonly #byWord = new Map<string, Phrase<T>[]>();
  readonly #byBeginning = new Map<string, Phrase<T>[]>();
  /** Each step once, however many phrases have it. */
  readonly #steps = new Map<string, { readonly step: Step; readonly number: number }>();
  /** When each step was seen last; time goes on by one with each word that is looked up. */
  readonly #lastSeen: number[] = [];
  #clock = 1;
  readonly #needed = new Set<number>();

  /** @throws {Error} when a phrase is malformed; they are the project's own data */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>, lists: WordLists = {}) {
    for (const [words, value] of entries) this.#add(words, value, lists);
  }

  /** Every phrase at every place, the longest match of each, from left to right; they may overlap. */
  findAll(text: Words | NumberedWords, from = 0, to = text.words.length): PhraseMatch<T>[] {
    const { words, numbers: of } = 'numbers' in text ? text : numbered(text);
    const matches: PhraseMatch<T>[] = [];
    // From right to left, so that it is known which steps follow a word, and how near.
    const now = this.#clock - from;
    this.#clock += Math.max(to - from, 0) + 1;
    let isSure = true;
    for (let at = to - 1; at >= from; at--) {
      const known = this.#known[of[at] ?? 0] ?? this.#learn(words[at] ?? '', of[at] ?? 0);
      for (const phrase of known.phrases) {
        if (isSure && !this.#mayFollow(phrase.needs, now + at)) continue;
        const next = matchSteps(phrase.steps, 0, words, at, to);
        if (next >= 0) matches.push({ value: phrase.value, first: at, next });
      }
      if (known.steps === null) isSure = false;
      else for (const step of known.steps) this.#lastSeen[step] = now + at;
    }
    return matches.reverse();
  }

  /** Whether each of these steps comes soon enough after a time; most phrases are ruled out by this alone. */
  #mayFollow(needs: readonly Need[], time: number): boolean {
    for (const { step, reach } of needs) {
      const after = (this.#lastSeen[step] ?? 0) - time;
      if (after <= 0 || after > reach) return false;
    }
    return true;
  }

  #learn(word: string, number: number): Known<T> {
    const phrases = new Set(this.#byWord.get(word));
    for (let length = 1; length <= word.length; length++) {
      for (const phrase of this.#byBeginning.get(word.slice(0, length)) ?? []) phrases.add(phrase);
    }
    if (number === 0) return { phrases: [...phrases], steps: null };
    const steps = [...this.#steps.values()].filter(
      (one) => this.#needed.has(one.number) && mayBegin(one.step, word),
    );
    const known = { phrases: [...phrases], steps: steps.map((one) => one.number) };
    this.#known[number] = known;
    return known;
  }

  #add(written: string, value: T, lists: WordLists): void {
    const parts = written.split(' ');
    const steps = parts.map((part) => this.#step(part, lists));
    const [first, ...others] = steps;
    if (!first || first.step.longestGap > 0 || first.step.isOptional)
      throw new Error(`A phrase begins with a word: ${written}`);
    const needs: Need[] = [];
    let reach = longestOf(first.step);
    for (const { step, number } of others) {
      if (step.longestGap === 0 && !step.isOptional) {
        needs.push({ step: number, reach });
        this.#needed.add(number);
      }
      reach += longestOf(step);
    }
    this.#file({ value, steps: steps.map(({ step }) => step), needs }, first.step);
  }

  #step(part: string, lists: WordLists): { readonly step: Step; readonly number: number } {
    const known = this.#steps.get(part);
    if (known) return known;
    const added = { step: compile(part, lists), number: this.#steps.size };
    this.#steps.set(part, added);
    this.#lastSeen.push(0);
    return added;
  }

  #file(phrase: Phrase<T>, { whole, beginnings, runs }: Step): void {
    for (const word of whole) append(this.#byWord, word, phrase);
    for (const beginning of beginnings) append(this.#byBeginning, beginning, phrase);
    for (const [word = ''] of runs) {
      if (word.endsWith('*')) append(this.#byBeginning, word.slice(0, -1), phrase);
      else append(this.#byWord, word, phrase);
    }
  }
}

/** Most words that a step takes. */
function longestOf({ longestGap, runs }: Step): number {
  return longestGap > 0 ? longestGap : Math.max(1, ...runs.map(({ length }) => length));
}

/** Whether a step may be at a word: it is the word, or a run that begins with it. */
function mayBegin(step: Step, word: string): boolean {
  return isWord(step, [word], 0, 1) || isWord(step.runStarts, [word], 0, 1);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Where a match of the steps from `step` on, that begins at word `at`, ends; -1 when there is none. */
function matchSteps(
  steps: readonly Step[],
  step: number,
  words: readonly string[],
  at: number,
  to: number,
): number {
  const current = steps[step];
  if (!current) return at;
  if (current.longestGap > 0) {
    for (let gap = 0; gap <= current.longestGap && at + gap < to; gap++) {
      const next = matchSteps(steps, step + 1, words, at + gap, to);
      if (next >= 0) return next;
    }
    return -1;
  }
  let longest = isWord(current, words, at, to) ? matchSteps(steps, step + 1, words, at + 1, to) : -1;
  if (current.runs.length > 0 && isWord(current.runStarts, words, at, to)) {
    for (const run of current.runs) {
      if (!isRun(run, words, at, to)) continue;
      longest = Math.max(longest, matchSteps(steps, step + 1, words, at + run.length, to));
    }
  }
  if (longest < 0 && current.isOptional) return matchSteps(steps, step + 1, words, at, to);
  return longest;
}

function isWord(
  { whole, beginnings }: Step['runStarts'],
  words: readonly string[],
  at: number,
  to: number,
): boolean {
  const word = at < to ? words[at] : undefined;
  if (word === undefined) return false;
  if (whole.has(word)) return true;
  for (const beginning of beginnings) if (word.startsWith(beginning)) return true;
  return false;
}

function isRun(run: readonly string[], words: readonly string[], at: number, to: number): boolean {
  if (at + run.length > to) return false;
  for (let i = 0; i < run.length; i++) {
    const wanted = run[i] ?? '';
    const word = words[at + i] ?? '';
    const isSame = wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
    if (!isSame) return false;
  }
  return true;
}

function compile(part: string, lists: WordLists): Step {
  const gap = /^~(\d*)$/.exec(part);
  if (gap) return { ...NO_STEP, longestGap: gap[1] ? Number(gap[1]) : DEFAULT_GAP };
  const isOptional = part.startsWith('?');
  return { ...stepOf(expand(isOptional ? part.slice(1) : part, lists)), isOptional };
}

const NO_STEP: Step = {
  longestGap: 0,
  isOptional: false,
  whole: NO_WORDS,
  beginnings: [],
  runs: [],
  runStarts: { whole: NO_WORDS, beginnings: [] },
};

function stepOf(written: string): Step {
  const alternatives = written.split('|').map((alternative) => alternative.split('_'));
  for (const word of alternatives.flat()) {
    if (!/^[a-z0-9]+\*?$/.test(word)) throw new Error(`Not a word of a phrase: ${word} in ${written}`);
  }
  const runs = alternatives.filter(({ length }) => length > 1);
  const single = alternatives.filter(({ length }) => length === 1);
  return { ...NO_STEP, ...firstWords(single), runs, runStarts: firstWords(runs) };
}

function firstWords(alternatives: readonly (readonly string[])[]): Step['runStarts'] {
  const firsts = alternatives.map(([first = '']) => first);
  return {
    whole: new Set(firsts.filter((word) => !word.endsWith('*'))),
    beginnings: [...new Set(firsts)].filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

/** A word of a phrase with the lists that it names written out; a list may name others. */
export function expand(part: string, lists: WordLists): string {
  return part.replace(/@([A-Z_]+)/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`No list of words is named ${name}`);
    return expand(list, lists);
  });
}
