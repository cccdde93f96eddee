import type { Decision } from '../../parse/letter.js';
import type { ServiceRequest } from '../determination.js';
import type { Words } from '../term-index.js';
import { familyOf, LEXICON } from './lexicon.js';
import { negationsIn, type Negation } from './negation.js';
import type { Prose, Statement } from './statements.js';

/*
 * What the classifier sees of a statement: hashed n-grams of its words, and what the rules make of it (stance, negation,
 * the kinds whose phrases it has). The words themselves are nowhere kept.
 */

/** What a rationale is about. */
export interface ClassifierContext {
  readonly decision: Decision;
  readonly service: Pick<ServiceRequest, 'category' | 'modality'>;
}

/** Which question features are for: is a criterion applied, of which kind, is it met? */
export type Question = 'applied' | 'kind' | 'met';

/** Features are numbers of so many bits. */
export const FEATURE_BITS = 15;
const MASK = (1 << FEATURE_BITS) - 1;
/** Words count by as many of their first letters. */
const STEM_LENGTH = 6;

/** Words by which records are spoken of, or that hold a sentence together: they say nothing of the kind. */
const EMPTY_WORDS = new Set(
  (
    'no not lack absence there is was were are documentation documented evidence indication noted indicate indicated ' +
    'indicates any provided also however additionally furthermore moreover in addition the a an of that this which with ' +
    'has had have been to for as at on clear clearly record records note notes file does do did it its and or patient ' +
    'claimant worker injured applicant employee he she his her member individual who from by be'
  ).split(' '),
);
const PERSON = 1;
const PEOPLE = new Set(
  'patient patients claimant applicant worker employee iw member individual he she his her person man woman'.split(
    ' ',
  ),
);
const NUMBER = 2;

/** A growing list of features, used again for every statement. */
export class FeatureList {
  ids = new Int32Array(256);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(tag: number, a = 0, b = 0, c = 0): void {
    const hash = mix(mix(mix(tag, a), b), c);
    this.#push((hash ^ (hash >>> 15)) & MASK);
  }

  #push(id: number): void {
    if (this.length === this.ids.length) {
      const longer = new Int32Array(2 * this.ids.length);
      longer.set(this.ids);
      this.ids = longer;
    }
    this.ids[this.length++] = id;
  }
}

function mix(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x01000193);
  return Math.imul(mixed ^ (mixed >>> 13), 0x5bd1e995);
}

/** Names of features that are no words: each its own number. */
const TAG = {
  BIAS: 11,
  WORD: 12,
  PAIR: 13,
  SKIP: 14,
  FAMILY: 15,
  FAMILY_WORD: 16,
  MODALITY: 17,
  STANCE: 18,
  BEFORE: 19,
  AFTER: 20,
  CLAUSE: 21,
  FROM_END: 22,
  FIRST: 23,
  LEXICON: 24,
  DECISION: 25,
  SCOPE: 26,
  LENGTH: 27,
  SEEN: 28,
  DENIED: 29,
} as const;

/** What is known of a statement before its words are looked at. */
export interface View {
  readonly words: Words;
  readonly stems: Int32Array;
  readonly statement: Statement;
  readonly before: Statement | undefined;
  readonly after: Statement | undefined;
  /** Statements that follow it, at most three. */
  readonly following: number;
  /** Whether the rationale spoke of this employee before. */
  readonly isCaseOpen: boolean;
  readonly negations: readonly Negation[];
  /** Hashes of kind, sense and negation of the lexicon's phrases in it. */
  readonly phrases: readonly number[];
  readonly decision: number;
  readonly family: number;
  readonly modality: number;
}

/** The views of a rationale's statements, one after the other. */
export function viewsOf(prose: Prose, { decision, service }: ClassifierContext): View[] {
  const { words, statements } = prose;
  const stems = Int32Array.from(words.words, stemOf);
  const shared = {
    words,
    stems,
    decision: decision === 'UPHELD' ? 1 : 0,
    family: hashOf(familyOf(service)),
    modality: hashOf(service.modality ?? ''),
  };
  let isCaseOpen = false;
  return statements.map((statement, i) => {
    const negations = negationsIn(words, statement.first, statement.next);
    const view = {
      ...shared,
      statement,
      before: statements[i - 1],
      after: statements[i + 1],
      following: Math.min(3, statements.length - 1 - i),
      isCaseOpen,
      negations,
      phrases: phrasesIn(words, statement, negations),
    };
    isCaseOpen ||= statement.stance === 'CASE';
    return view;
  });
}

function phrasesIn(words: Words, { first, next }: Statement, negations: readonly Negation[]): number[] {
  const matches = LEXICON.findAll(words, first, next);
  return matches.map((match) => {
    const isDenied = negations.some((one) => match.first < one.next && match.next > one.first);
    return hashOf(`${match.value.kind} ${match.value.sense}`) * 2 + (isDenied ? 1 : 0);
  });
}

/** Replaces what the list holds by the features of a statement, or of a run of its words, for one question. */
export function featuresOf(
  view: View,
  question: Question,
  list: FeatureList,
  { first, next }: { readonly first: number; readonly next: number } = view.statement,
): void {
  list.clear();
  list.add(TAG.BIAS);
  if (question === 'kind') addKindFeatures(view, list, first, next);
  else {
    addContext(view, list);
    if (question === 'applied') addAppliedFeatures(view, list, first, next);
    else addMetFeatures(view, list, first, next);
  }
}

function addKindFeatures(view: View, list: FeatureList, first: number, next: number): void {
  const { words, stems, family, modality, phrases } = view;
  list.add(TAG.FAMILY, family);
  list.add(TAG.MODALITY, modality);
  let [previous, beforeThat] = [0, 0];
  for (let at = first; at < next; at++) {
    if (EMPTY_WORDS.has(words.words[at] ?? '')) continue;
    const stem = stems[at] ?? 0;
    list.add(TAG.WORD, stem);
    list.add(TAG.FAMILY_WORD, family, stem);
    if (previous !== 0) list.add(TAG.PAIR, previous, stem);
    if (beforeThat !== 0) list.add(TAG.PAIR, beforeThat, stem);
    [beforeThat, previous] = [previous, stem];
  }
  for (const phrase of phrases) {
    list.add(TAG.LEXICON, phrase >> 1);
    list.add(TAG.LEXICON, phrase >> 1, family);
  }
}

function addContext({ statement, negations, decision }: View, list: FeatureList): void {
  const stance = STANCES[statement.stance];
  const isDenied = negations.length > 0 ? 1 : 0;
  list.add(TAG.DECISION, decision);
  list.add(TAG.DENIED, isDenied);
  list.add(TAG.DENIED, isDenied, decision);
  list.add(TAG.STANCE, stance);
  list.add(TAG.STANCE, stance, isDenied);
  list.add(TAG.CLAUSE, statement.isConcession ? 1 : 0, decision);
  list.add(TAG.CLAUSE, statement.isGround ? 3 : 2);
}

const STANCES = { GENERAL: 1, CASE: 2, CONCLUSION: 3 } as const;

function addAppliedFeatures(view: View, list: FeatureList, first: number, next: number): void {
  const { stems, statement, before, after, following, isCaseOpen, negations, phrases } = view;
  const stance = STANCES[statement.stance];
  list.add(TAG.BEFORE, before ? STANCES[before.stance] : 0, stance);
  list.add(TAG.AFTER, after ? STANCES[after.stance] : 0, stance);
  list.add(TAG.SEEN, isCaseOpen ? 1 : 0, stance, negations.length > 0 ? 1 : 0);
  list.add(TAG.FROM_END, following);
  list.add(TAG.LENGTH, Math.min(4, (next - first) >> 2));
  list.add(TAG.FIRST, stems[first] ?? 0);
  list.add(TAG.FIRST, stems[first] ?? 0, stems[first + 1] ?? 0);
  list.add(TAG.LEXICON, Math.min(2, phrases.length), stance);
  for (const phrase of phrases) list.add(TAG.LEXICON, phrase, stance);
  for (let at = first; at < next; at++) {
    list.add(TAG.WORD, stems[at] ?? 0);
    if (at > first) list.add(TAG.PAIR, stems[at - 1] ?? 0, stems[at] ?? 0);
    if (at > first + 1) list.add(TAG.SKIP, stems[at - 2] ?? 0, stems[at] ?? 0);
  }
}

function addMetFeatures(view: View, list: FeatureList, first: number, next: number): void {
  const { stems, negations, phrases } = view;
  for (const phrase of phrases) list.add(TAG.LEXICON, phrase);
  for (let at = first; at < next; at++) {
    const stem = stems[at] ?? 0;
    const isDenied = negations.some((one) => at >= one.first && at < one.next);
    list.add(TAG.WORD, stem);
    list.add(TAG.SCOPE, stem, isDenied ? 1 : 0);
    if (at > first) list.add(TAG.PAIR, stems[at - 1] ?? 0, stem);
  }
}

function stemOf(word: string): number {
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return NUMBER;
  return PEOPLE.has(word) ? PERSON : hashOf(word, STEM_LENGTH);
}

function hashOf(word: string, length = word.length): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length && i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 3;
}
