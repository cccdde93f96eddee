import type { Decision } from '../../parse/letter.js';
import type { ServiceRequest } from '../determination.js';
import { familyOf, LEXICON, type Entry } from './lexicon.js';
import { negationsIn, type Negation } from './negation.js';
import type { PhraseMatch } from './phrases.js';
import type { Prose, Statement } from './statements.js';
import { WordSet } from './vocabulary.js';
import { hashOf } from './word-hash.js';

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
/** Of a statement no more is looked at, so that a clause without an end costs no more than a long one. */
const MOST_WORDS = 150;
const MOST_PHRASES = 30;
/** Words count by as many of their first letters. */
const STEM_LENGTH = 6;

/** Words by which records are spoken of, or that hold a sentence together: they say nothing of the kind. */
const EMPTY_WORDS = new WordSet(
  (
    'no not lack absence there is was were are documentation documented evidence indication noted indicate indicated ' +
    'indicates any provided also however additionally furthermore moreover in addition the a an of that this which with ' +
    'has had have been to for as at on clear clearly record records note notes file does do did it its and or patient ' +
    'claimant worker injured applicant employee he she his her member individual who from by be'
  ).split(' '),
);
const PERSON = 1;
const PEOPLE = new WordSet(
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

/** What the rules see in a statement: what it denies, and the lexicon's phrases in it. */
export interface Evidence {
  readonly negations: readonly Negation[];
  readonly phrases: readonly PhraseMatch<Entry>[];
}

/** A rationale, prepared for its statements to be looked at. */
export interface Frame {
  readonly prose: Prose;
  /** A number for the stem of each word. */
  readonly stems: Int32Array;
  /** Index of the first statement that speaks of this employee. */
  readonly opening: number;
  readonly decision: number;
  readonly family: number;
  readonly modality: number;
}

/** A statement of a rationale. */
export interface View {
  readonly frame: Frame;
  readonly index: number;
  readonly statement: Statement;
  readonly evidence: Evidence;
}

export function frameOf(prose: Prose, { decision, service }: ClassifierContext): Frame {
  const { words, numbers } = prose.words;
  const stems = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++)
    stems[i] = PEOPLE.has(numbers[i] ?? 0) ? PERSON : stemOf(words[i] ?? '');
  const opening = prose.statements.findIndex(({ stance }) => stance === 'CASE');
  return {
    prose,
    stems,
    opening: opening < 0 ? prose.statements.length : opening,
    decision: decision === 'UPHELD' ? 1 : 0,
    family: hashOf(familyOf(service)),
    modality: hashOf(service.modality ?? ''),
  };
}

/** A statement as the classifier looks at it. */
export function viewOf(frame: Frame, index: number, statement: Statement, evidence: Evidence): View {
  return { frame, index, statement, evidence: bounded(evidence) };
}

function bounded(evidence: Evidence): Evidence {
  const { negations, phrases } = evidence;
  if (negations.length <= MOST_PHRASES && phrases.length <= MOST_PHRASES) return evidence;
  return { negations: negations.slice(0, MOST_PHRASES), phrases: phrases.slice(0, MOST_PHRASES) };
}

/** A statement with what the rules see in it. */
export interface Seen {
  readonly statement: Statement;
  readonly evidence: Evidence;
}

/** The statements of a rationale, in order, with what the rules see in each. */
export function seenIn(prose: Prose): readonly Seen[] {
  return prose.statements.map((statement) => ({ statement, evidence: evidenceIn(prose, statement) }));
}

export function evidenceIn({ words }: Prose, { first, next }: Statement): Evidence {
  return { negations: negationsIn(words, first, next), phrases: LEXICON.findAll(words, first, next) };
}

/** Replaces what the list holds by the features of a statement, or of a run of its words, for one question. */
export function featuresOf(
  view: View,
  question: Question,
  list: FeatureList,
  run: { readonly first: number; readonly next: number } = view.statement,
): void {
  const { first } = run;
  const next = Math.min(run.next, first + MOST_WORDS);
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
  const { prose, stems, family, modality } = view.frame;
  const { numbers } = prose.words;
  list.add(TAG.FAMILY, family);
  list.add(TAG.MODALITY, modality);
  let [previous, beforeThat] = [0, 0];
  for (let at = first; at < next; at++) {
    if (EMPTY_WORDS.has(numbers[at] ?? 0)) continue;
    const stem = stems[at] ?? 0;
    list.add(TAG.WORD, stem);
    list.add(TAG.FAMILY_WORD, family, stem);
    if (previous !== 0) list.add(TAG.PAIR, previous, stem);
    if (beforeThat !== 0) list.add(TAG.PAIR, beforeThat, stem);
    [beforeThat, previous] = [previous, stem];
  }
  for (const { value } of view.evidence.phrases) {
    list.add(TAG.LEXICON, value.hash);
    list.add(TAG.LEXICON, value.hash, family);
  }
}

function addContext({ frame, statement, evidence }: View, list: FeatureList): void {
  const { decision } = frame;
  const stance = STANCES[statement.stance];
  const isDenied = evidence.negations.length > 0 ? 1 : 0;
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
  const { statement, index, evidence } = view;
  const { stems, opening, prose } = view.frame;
  const { statements } = prose;
  const { negations, phrases } = evidence;
  const stance = STANCES[statement.stance];
  const isDenied = negations.length > 0 ? 1 : 0;
  list.add(TAG.BEFORE, stanceAt(statements, index - 1), stance);
  list.add(TAG.AFTER, stanceAt(statements, index + 1), stance);
  list.add(TAG.SEEN, index > opening ? 1 : 0, stance, isDenied);
  list.add(TAG.FROM_END, Math.min(3, statements.length - 1 - index));
  list.add(TAG.LENGTH, Math.min(4, (next - first) >> 2));
  list.add(TAG.FIRST, stems[first]);
  list.add(TAG.FIRST, stems[first], stems[first + 1]);
  list.add(TAG.LEXICON, Math.min(2, phrases.length), stance);
  for (const phrase of phrases)
    list.add(TAG.LEXICON, phrase.value.hash, isWithin(phrase.first, phrase.next, negations), stance);
  for (let at = first; at < next; at++) {
    list.add(TAG.WORD, stems[at]);
    if (at > first) list.add(TAG.PAIR, stems[at - 1], stems[at]);
    if (at > first + 1) list.add(TAG.SKIP, stems[at - 2], stems[at]);
  }
}

function stanceAt(statements: readonly Statement[], index: number): number {
  const statement = statements[index];
  return statement ? STANCES[statement.stance] : 0;
}

function addMetFeatures({ frame, evidence }: View, list: FeatureList, first: number, next: number): void {
  const { stems } = frame;
  const { negations, phrases } = evidence;
  for (const phrase of phrases)
    list.add(TAG.LEXICON, phrase.value.hash, isWithin(phrase.first, phrase.next, negations));
  for (let at = first; at < next; at++) {
    list.add(TAG.WORD, stems[at]);
    list.add(TAG.SCOPE, stems[at], isWithin(at, at + 1, negations));
    if (at > first) list.add(TAG.PAIR, stems[at - 1], stems[at]);
  }
}

/** Whether words are negated, as a number. */
function isWithin(first: number, next: number, negations: readonly Negation[]): number {
  for (const one of negations) if (first < one.next && next > one.first) return 1;
  return 0;
}

function stemOf(word: string): number {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57 ? NUMBER : hashOf(word, STEM_LENGTH);
}
