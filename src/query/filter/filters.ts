import type { CriterionKind, CriterionStatus } from '../../normalise/criteria/kinds.js';
import type { Basis, CitationRole, Outcome, Resolution } from '../../normalise/determination.js';
import type { TreeLevel } from '../../graph/criteria.js';
import type { Decision, Sex } from '../../parse/letter.js';
import type { Optional } from '../page.js';

/** The least confidence of a statement that counts unless a question says otherwise: with less it is more often wrong than right. */
export const SURE_ENOUGH = 0.5;

/** How a case came to be reviewed. */
export type Priority = 'STANDARD' | 'EXPEDITED';

/** Any of these; left out, it lets all pass. */
type AnyOf<Value> = Optional<readonly Value[]>;

/** Both ends are inclusive. */
export interface Range<Value> {
  readonly from?: Optional<Value>;
  readonly to?: Optional<Value>;
}

/** Holds any of these words, in upper or lower case. */
export interface TextFilter {
  readonly contains: readonly string[];
}

/** What is within one filter must hold together with its `and`, one of `or`, and the opposite of `not`. */
export interface Logic<Filter> {
  readonly and?: AnyOf<Filter>;
  readonly or?: AnyOf<Filter>;
  readonly not?: Optional<Filter>;
}

/** What is asked of a reviewer profile. */
export interface ReviewerConditions {
  readonly specialty?: AnyOf<string>;
  /** USPS codes. */
  readonly licensureState?: AnyOf<string>;
}

/** What is asked of a letter. */
export interface CaseConditions extends ReviewerConditions {
  readonly outcome?: AnyOf<Outcome>;
  readonly priority?: AnyOf<Priority>;
  /** Days, ISO 8601 `YYYY-MM-DD`. */
  readonly decisionDate?: Optional<Range<string>>;
  readonly sex?: AnyOf<Sex>;
  /** Years. */
  readonly age?: Optional<Range<number>>;
  readonly itemsInLetter?: Optional<Range<number>>;
  readonly clinicalSummary?: Optional<TextFilter>;
}

/** What is asked of a service. */
export interface ItemConditions {
  readonly modality?: AnyOf<string>;
  readonly bodyRegion?: AnyOf<string>;
  readonly category?: AnyOf<string>;
}

/** One citation for which all of this holds. */
export interface CitationFilter {
  /** Ids of guidelines: one of them, or one below it, is cited. */
  readonly guideline?: AnyOf<string>;
  readonly source?: AnyOf<string>;
  /** Of the guideline that is cited, or of one above it. */
  readonly name?: Optional<TextFilter>;
  readonly role?: AnyOf<CitationRole>;
  /** Whether it is named only to say that it is silent; left out: it is not. */
  readonly silent?: Optional<boolean>;
}

/** One statement of the rationale for which all of this holds. */
export interface AppliedCriterionFilter {
  readonly kind?: AnyOf<CriterionKind>;
  readonly status?: AnyOf<CriterionStatus>;
  readonly decisive?: Optional<boolean>;
  readonly minConfidence?: Optional<number>;
  /** Ids of guidelines: one of them, or one below it, is relied on. */
  readonly guideline?: AnyOf<string>;
}

/** Which findings; what is left out lets all pass. */
export interface FindingFilter extends CaseConditions, ItemConditions, Logic<FindingFilter> {
  readonly id?: AnyOf<string>;
  readonly case?: AnyOf<string>;
  readonly item?: AnyOf<string>;
  readonly reviewer?: AnyOf<string>;
  readonly decision?: AnyOf<Decision>;
  readonly label?: Optional<TextFilter>;
  readonly rationale?: Optional<TextFilter>;
  /** Whether a part of the original request was authorized. */
  readonly modified?: Optional<boolean>;
  readonly retrospective?: Optional<boolean>;
  /** Generic names. */
  readonly drug?: AnyOf<string>;
  readonly drugClass?: AnyOf<string>;
  readonly claimsAdministratorBasis?: AnyOf<Basis>;
  readonly expertReviewerBasis?: AnyOf<Basis>;
  readonly citations?: Optional<CitationFilter>;
  readonly criteria?: Optional<AppliedCriterionFilter>;
}

/** Which cases; what is left out lets all pass. */
export interface CaseFilter extends CaseConditions, Logic<CaseFilter> {
  readonly id?: AnyOf<string>;
  readonly reviewer?: AnyOf<string>;
  /** At least one finding of the letter passes it. */
  readonly findings?: Optional<FindingFilter>;
}

/** Which items; what is left out lets all pass. */
export interface ItemFilter extends ItemConditions, Logic<ItemFilter> {
  readonly id?: AnyOf<string>;
  readonly name?: Optional<TextFilter>;
}

/** Which reviewer profiles; what is left out lets all pass. */
export interface ReviewerFilter extends ReviewerConditions, Logic<ReviewerFilter> {
  readonly id?: AnyOf<string>;
}

/** Which guidelines, criteria among them; what is left out lets all pass. */
export interface GuidelineFilter extends Logic<GuidelineFilter> {
  readonly id?: AnyOf<string>;
  /** Ids of guidelines: it is one of them, or below one. */
  readonly under?: AnyOf<string>;
  readonly level?: AnyOf<TreeLevel>;
  readonly source?: AnyOf<string>;
  readonly name?: Optional<TextFilter>;
  readonly resolution?: AnyOf<Resolution>;
  /** Which condition; only criteria have one. */
  readonly kind?: AnyOf<CriterionKind>;
}
