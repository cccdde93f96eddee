import type { DocumentSource } from '../documents/document.js';

/** Where something was read: offsets into {@link Letter.text}, start inclusive, end exclusive. */
export type Span = readonly [start: number, end: number];

/** A run of the letter's own words: `text.slice(...span) === value`. */
export interface Quote {
  readonly value: string;
  readonly span: Span;
}

/** A value that was derived from the letter's words, with the place it was read. */
export interface Reading<T> {
  readonly value: T;
  readonly span: Span;
}

/** Something that was read with doubt; the letter is used all the same. */
export interface Warning {
  /** Stable, upper case: `MISSING_FIELD`, `DATE_DISAGREES` … */
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}

export type Decision = 'UPHELD' | 'OVERTURNED';

/** The dates of the header (or, where a template prints none, of the prose), ISO 8601 `YYYY-MM-DD`. */
export interface LetterDates {
  readonly dateOfInjury?: Reading<string>;
  readonly dateAssigned?: Reading<string>;
  readonly decisionDate?: Reading<string>;
  readonly utilizationReviewDate?: Reading<string>;
  readonly applicationReceivedDate?: Reading<string>;
}

/** A request that the claims administrator authorised in part before it was disputed. */
export interface Modification {
  readonly originalRequest: Quote;
  readonly authorized: Quote;
}

/** One disputed item as the letter prints it. */
export interface LetterItem {
  /** The item under review as written; for a modified request the remaining portion. */
  readonly label: Quote;
  /** The whole heading before the decision word (differs from the label for modified requests). */
  readonly heading: Quote;
  readonly decision: Reading<Decision>;
  readonly modification?: Modification;
  /** The words after "Claims Administrator guideline:"; absent when the letter has no such line. */
  readonly claimsAdministratorGuideline?: Quote;
  /** The words after "MAXIMUS guideline:". */
  readonly reviewerGuideline?: Quote;
  /** The words after "Decision rationale:". */
  readonly rationale?: Quote;
}

export type Sex = 'FEMALE' | 'MALE';

/** What a letter says, in its own words and order; nothing is mapped to a catalogue yet. */
export interface Letter {
  readonly source: DocumentSource;
  /** Name of the template era, for example `2016-header-table`. */
  readonly template: string;
  /**
   * The cleaned text, the same for every form (.txt, .pdf …) of one letter: page breaks and line wraps undone, one
   * heading, label line or paragraph per line. All spans point into it.
   */
  readonly text: string;
  /** `CM16-0231706`, `IMR 13-000004`. */
  readonly caseNumber?: Reading<string>;
  readonly priority?: Reading<'Standard' | 'Expedited'>;
  readonly dates: LetterDates;
  /** Age in years. */
  readonly age?: Reading<number>;
  readonly sex?: Reading<Sex>;
  /** As written, one entry per specialty or board. */
  readonly specialties: readonly Quote[];
  /** As written ("California", "CA"), one entry per state. */
  readonly licensureStates: readonly Quote[];
  readonly clinicalSummary?: Quote;
  /** At least one. */
  readonly items: readonly LetterItem[];
  readonly warnings: readonly Warning[];
}
