import type { Span } from '../../parse/letter.js';

/** Which colour a fact has. */
export type Kind =
  | 'case'
  | 'person'
  | 'reviewer'
  | 'item'
  | 'decision'
  | 'service'
  | 'basis'
  | 'citation'
  | 'criterion'
  | 'met'
  | 'unmet'
  | 'prose'
  | 'warning';

/** One thing that was read, in words for the eye. */
export interface Fact {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Shown beside the marked words; the name where it is short. */
  readonly chip: string;
  /** Empty where the letter does not state it. */
  readonly value: string;
  /** All of it in one line, told when the marked words are pointed at. */
  readonly says: string;
  /** Absent where it was not read at one place (the outcome is derived) or is not stated. */
  readonly span?: Span;
  /** What else there is to say of it. */
  readonly notes: readonly string[];
  readonly tone?: 'good' | 'bad' | 'doubtful';
  /** Classes that its mark has besides that of its kind. */
  readonly traits?: readonly string[];
}

/** The facts of some part of a letter, under a heading of their own. */
export interface FactGroup {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A letter's facts: `findings` has one list of groups for each finding. */
export interface LetterFacts {
  readonly letter: readonly FactGroup[];
  readonly findings: readonly (readonly FactGroup[])[];
  readonly warnings: readonly Fact[];
}

/** A fact without what follows from the rest of it. */
export type Draft = Pick<Fact, 'kind' | 'name' | 'value'> &
  Partial<Omit<Fact, 'span'>> & { readonly span?: Span | undefined };
