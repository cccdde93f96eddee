import type { Words } from '../term-index.js';
import { placesOf, type Place, type WordLists } from './phrase-language.js';
import { numbered, tellApart, type NumberedWords } from './vocabulary.js';

/** A phrase found, as indexes of {@link Words}: first word, and the one after the last. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly first: number;
  readonly next: number;
}

/** A {@link Place} with its words as groups, by number: whether a word is of a group is one bit. */
interface Step {
  readonly longestGap: number;
  readonly isOptional: boolean;
  readonly words: number;
  /** A group for each word of a run. */
  readonly runs: readonly (readonly number[])[];
  /** What runs begin with. */
  readonly runStarts: number;
}

interface Phrase<T> {
  readonly value: T;
  readonly steps: readonly Step[];
  /** The steps after the first that must follow for the phrase to be: most phrases are ruled out by this alone. */
  readonly needs: readonly Need[];
}

interface Need {
  /** Number of what the step begins with, among all that is needed. */
  readonly begin: number;
  /** How many words after the first one it begins at most. */
  readonly reach: number;
}

/** The need of a phrase that needs nothing: always there. */
const NOTHING: Need = { begin: 0, reach: 0 };
const FAR = 1 << 30;

export class PhraseIndex<T> {
  readonly #phrases: Phrase<T>[] = [];
  /** Numbers of phrases by the words that they begin with; `fail*` by what these begin with. */
  readonly #startsWith = new Map<string, number[]>();
  /** Groups by their words, and by each word. */
  readonly #groups = new Map<string, number>();
  readonly #groupsOf = new Map<string, number[]>();
  /** Groups that begin steps which phrases need, each with its number among these. */
  readonly #needed = new Map<number, number>();
  /** Where what is needed begins next to the right. */
  readonly #nearest: Int32Array;
  /**
   * What is known of words, one after the other. Of a word: a bit for each group that it is of; how many numbers follow on
   * the phrases that begin with it, and of each its number, its first need and the reach of that; how many numbers follow
   * on what it begins of all that is needed, and these. A list of numbers, for most of the time goes into reading it.
   */
  #known = new Int32Array(1 << 12);
  #knownLength = 1;
  /** By the numbers of words: where in the list they are; 0 for those not seen so far. */
  #placeOf = new Int32Array(1 << 12);
  /** Numbers that hold the bits of all groups. */
  readonly #rowLength: number;

  /** @throws {Error} when a phrase is malformed; they are the project's own data */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>, lists: WordLists = {}) {
    for (const [phrase, value] of entries) this.#add(placesOf(phrase, lists), value);
    this.#nearest = new Int32Array(this.#needed.size + 1);
    this.#rowLength = (this.#groups.size >> 5) + 1;
  }

  /** Every phrase at every place, the longest match of each, from left to right; they may overlap. */
  findAll(text: Words | NumberedWords, from = 0, to = text.words.length): PhraseMatch<T>[] {
    const { words, numbers } = 'numbers' in text ? text : numbered(text);
    const matches: PhraseMatch<T>[] = [];
    const nearest = this.#nearest.fill(FAR);
    nearest[NOTHING.begin] = 0;
    // From right to left, so that it is known what follows a word, and how near.
    for (let at = to - 1; at >= from; at--) {
      const place = this.#placeOf[numbers[at] ?? 0] || this.#learn(words[at] ?? '', numbers[at] ?? 0);
      const known = this.#known;
      let i = place + this.#rowLength;
      for (const end = i + (known[i++] ?? 0); i <= end; i += 3) {
        if ((nearest[known[i + 1] ?? 0] ?? 0) - at > (known[i + 2] ?? 0)) continue;
        const phrase = this.#phrases[known[i] ?? 0];
        if (!phrase || !this.#mayFollow(phrase.needs, at)) continue;
        const next = this.#match(phrase.steps, 0, numbers, at, to);
        if (next >= 0) matches.push({ value: phrase.value, first: at, next });
      }
      for (const end = i + (known[i++] ?? 0); i <= end; i++) nearest[known[i] ?? 0] = at;
    }
    return matches.reverse();
  }

  #mayFollow(needs: readonly Need[], at: number): boolean {
    for (let i = 1; i < needs.length; i++) {
      const need = needs[i];
      if (need && (this.#nearest[need.begin] ?? 0) - at > need.reach) return false;
    }
    return true;
  }

  /** Where a match of the steps from `step` on, that begins at word `at`, ends; -1 when there is none. */
  #match(steps: readonly Step[], step: number, numbers: Int32Array, at: number, to: number): number {
    const current = steps[step];
    if (!current) return at;
    if (current.longestGap > 0) {
      for (let gap = 0; gap <= current.longestGap && at + gap < to; gap++) {
        const next = this.#match(steps, step + 1, numbers, at + gap, to);
        if (next >= 0) return next;
      }
      return -1;
    }
    let longest = -1;
    if (at < to && this.#isOf(current.words, numbers, at))
      longest = this.#match(steps, step + 1, numbers, at + 1, to);
    if (at < to && current.runs.length > 0 && this.#isOf(current.runStarts, numbers, at)) {
      for (const run of current.runs) {
        if (!this.#isRun(run, numbers, at, to)) continue;
        longest = Math.max(longest, this.#match(steps, step + 1, numbers, at + run.length, to));
      }
    }
    if (longest < 0 && current.isOptional) return this.#match(steps, step + 1, numbers, at, to);
    return longest;
  }

  #isRun(run: readonly number[], numbers: Int32Array, at: number, to: number): boolean {
    if (at + run.length > to) return false;
    for (let i = 0; i < run.length; i++) if (!this.#isOf(run[i] ?? 0, numbers, at + i)) return false;
    return true;
  }

  /** Whether a word is of a group; all words from the phrase's first one on have been learned. */
  #isOf(group: number, numbers: Int32Array, at: number): boolean {
    const place = this.#placeOf[numbers[at] ?? 0] ?? 0;
    return ((this.#known[place + (group >> 5)] ?? 0) & (1 << (group & 31))) !== 0;
  }

  /** Adds what is to be known of words with a number, of which this is one; gives its place. */
  #learn(word: string, number: number): number {
    const keys = [word, ...Array.from(word, (_, i) => `${word.slice(0, i + 1)}*`)];
    const phrases = new Set(keys.flatMap((key) => this.#startsWith.get(key) ?? []));
    const starts = [...phrases].flatMap((phrase) => {
      const { begin, reach } = this.#phrases[phrase]?.needs[0] ?? NOTHING;
      return [phrase, begin, reach];
    });
    const groups = new Set(keys.flatMap((key) => this.#groupsOf.get(key) ?? []));
    const row = new Int32Array(this.#rowLength);
    for (const group of groups) row[group >> 5] = (row[group >> 5] ?? 0) | (1 << (group & 31));
    const begins = [...groups].flatMap((group) => this.#needed.get(group) ?? []);
    const known = [...row, starts.length, ...starts, begins.length, ...begins];
    const place = this.#knownLength;
    this.#knownLength += known.length;
    this.#known = grown(this.#known, this.#knownLength);
    this.#known.set(known, place);
    this.#placeOf = grown(this.#placeOf, number + 1);
    this.#placeOf[number] = place;
    return place;
  }

  #add(places: readonly Place[], value: T): void {
    const needs: Need[] = [];
    let reach = 0;
    for (const [i, place] of places.entries()) {
      const { longestGap, isOptional, words, runs } = place;
      if (i > 0 && longestGap === 0 && !isOptional) {
        const group = this.#group([...words, ...firstOf(runs)]);
        const begin = this.#needed.get(group) ?? this.#needed.size + 1;
        this.#needed.set(group, begin);
        needs.push({ begin, reach });
      }
      reach += longestGap > 0 ? longestGap : Math.max(1, ...runs.map(({ length }) => length));
    }
    const [first] = places;
    for (const word of new Set(first ? [...first.words, ...firstOf(first.runs)] : []))
      append(this.#startsWith, word, this.#phrases.length);
    this.#phrases.push({ value, steps: places.map((place) => this.#step(place)), needs });
  }

  #step({ longestGap, isOptional, words, runs }: Place): Step {
    return {
      longestGap,
      isOptional,
      words: this.#group(words),
      runs: runs.map((run) => run.map((word) => this.#group([word]))),
      runStarts: this.#group(firstOf(runs)),
    };
  }

  #group(words: readonly string[]): number {
    const key = words.join('|');
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const number = this.#groups.size;
    this.#groups.set(key, number);
    for (const word of new Set(words)) {
      tellApart(word);
      append(this.#groupsOf, word, number);
    }
    return number;
  }
}

function firstOf(runs: readonly (readonly string[])[]): readonly string[] {
  return runs.flatMap(([word]) => word ?? []);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The list, or a longer one of the same beginning. */
function grown(list: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= list.length) return list;
  const longer = new Int32Array(Math.max(length, 2 * list.length));
  longer.set(list);
  return longer;
}
