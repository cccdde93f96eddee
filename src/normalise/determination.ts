import type { DocumentSource } from '../documents/document.js';
import type { Decision, Sex, Span, Warning } from '../parse/letter.js';
import type { CriterionKind, CriterionStatus } from './criteria/kinds.js';

/** Who cites a guideline: the utilization review, the IMR reviewer's guideline line, or the reviewer's rationale. */
export type CitationRole = 'CLAIMS_ADMINISTRATOR' | 'EXPERT_REVIEWER' | 'RATIONALE';

/** What one party based its decision on: the MTUS, something outside of it, or nothing that it cites. */
export type Basis = 'MTUS' | 'OUTSIDE_MTUS' | 'NONE';

/** A letter never prints its outcome: it is derived from its findings. */
export type Outcome = 'UPHOLD' | 'OVERTURN' | 'PARTIAL_OVERTURN';

/**
 * What the catalogue makes of the words of a citation. `RESOLVED`: one guideline. `AMBIGUOUS`: the words fit several, and
 * nothing in the letter tells which. `NO_MATCH`: none. Nothing is guessed: what is not resolved stays as written.
 */
export type Resolution = 'RESOLVED' | 'AMBIGUOUS' | 'NO_MATCH';

/** One guideline that one party cites for one finding. */
export interface Citation {
  readonly role: CitationRole;
  /** `MTUS`, `ODG`, `ACOEM` … ; for a source outside the catalogue, its name as written. */
  readonly source: string;
  /** The catalogue's own name, or the words as written when it is not resolved; `null` when only the source is named. */
  readonly chapter: string | null;
  /** Year of the edition, said or implied (the title has no other); otherwise `null`. ODG has no editions. */
  readonly edition: number | null;
  readonly topics: readonly string[];
  readonly pages: readonly string[];
  readonly tables: readonly string[];
  /** True when a part (say, the source) was concluded and not written. */
  readonly inferred: boolean;
  /** True when it is named only to say that it does not address the request: a mention, but no support. */
  readonly silent: boolean;
  /** Whether source (and chapter, if any) are one guideline of the catalogue. */
  readonly resolution: Resolution;
  /** The guidelines that could be meant ("MTUS > Low Back Complaints"): of an ambiguous citation all, of one without a match near misses. */
  readonly candidates: readonly string[];
  /** The letter's own words: `text.slice(...span)`. */
  readonly raw: string;
  readonly span: Span;
}

/** The disputed treatment or service in canonical form. */
export interface Service {
  /** For example `MRI`, `Physical therapy`, `Lumbar fusion`; `null` when it is not in the catalogue. */
  readonly modality: string | null;
  /** For example `Cervical spine`, `Shoulder`; empty when the request names none. */
  readonly bodyRegions: readonly string[];
  /** Our own classification in the terms of the DWC's treatment request categories; `null` when unsure. */
  readonly category: string | null;
  readonly retrospective: boolean;
}

export type Laterality = 'LEFT' | 'RIGHT' | 'BILATERAL';

export type Timing = 'PRE_OPERATIVE' | 'POST_OPERATIVE';

/** The upper end where a range is asked for. `unit`: `visits`, `hours`, `days`, `tablets`, `g`, `ml`, `count` ("#60") … */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** One ingredient of a compounded drug. */
export interface Ingredient {
  /** Generic name. */
  readonly name: string;
  readonly strength: string | null;
}

/** A requested drug. */
export interface Drug {
  /** Generic name; a combination's or compound's ingredients joined by "/". */
  readonly name: string;
  /** Of the DWC's list of drug classes; `null` when that has none for it, or when it depends on how the drug is given. */
  readonly class: string | null;
  /** As the catalogue spells it; `null` when the request does not name one. */
  readonly brand: string | null;
  /** Figures and unit, the parts of a combination joined by "/": `10/325 mg`, `5%`. */
  readonly strength: string | null;
  /** `tablet`, `cream`, `patch` … */
  readonly form: string | null;
  readonly quantity: Quantity | null;
  readonly refills: number | null;
  /** Of a compound, in the request's order; otherwise empty. */
  readonly ingredients: readonly Ingredient[];
}

/** A service with all that its request says of it. */
export interface ServiceRequest extends Service {
  /** `null` when none is said, or several regions have different sides. */
  readonly laterality: Laterality | null;
  /** True for an "Associated surgical service": it falls with the surgery. */
  readonly dependent: boolean;
  readonly timing: Timing | null;
  /** When the service is a drug, or the injection of one. */
  readonly drug: Drug | null;
  /** How much is asked for; a drug's is in `drug`. */
  readonly quantity: Quantity | null;
  /** Further services that the request names, in its order; its first or main one is the service itself. */
  readonly also: readonly Pick<Service, 'modality' | 'category'>[];
  /** How sure the classification is: 1, 0.9, 0.8, 0.7, 0.5 or 0, see docs/services.md. */
  readonly confidence: number;
}

/** The guideline that a criterion is a condition of: a topic (at most one), a chapter, or a source alone. */
export type GuidelinePlace = Pick<Citation, 'source' | 'chapter' | 'edition' | 'topics' | 'resolution'>;

/** A criterion that a rationale quotes as part of a list. */
export interface QuotedCriterion {
  readonly text: string;
  readonly span: Span;
  /** Which kind of condition it is; `null` when unsure. */
  readonly kind: CriterionKind | null;
  /** The guideline that the rationale quotes it from; `null` when the finding cites none. */
  readonly reliesOn: GuidelinePlace | null;
}

/**
 * A condition that a rationale says to be satisfied, or not, for this employee or request (docs/criteria.md). One finding
 * has each pair of kind and status at most once.
 */
export interface AppliedCriterion {
  readonly kind: CriterionKind;
  /** NOT_MET also where the records do not show it. */
  readonly status: CriterionStatus;
  /** Whether it is given as a reason for the decision. */
  readonly decisive: boolean;
  /** The shortest run of the letter's own words that shows it: `text.slice(...span)`. */
  readonly quote: string;
  readonly span: Span;
  /** How sure the reading is, 0 to 1; see docs/criteria.md. */
  readonly confidence: number;
  /** Of kind OTHER: which condition, where it is a known one. */
  readonly note: string | null;
  /** The guideline that the rationale relies on for it; `null` when the finding cites none. */
  readonly reliesOn: GuidelinePlace | null;
}

/** The reviewer's decision on one disputed item. */
export interface Finding {
  readonly label: string;
  /** UPHELD: the denial stands. */
  readonly decision: Decision;
  readonly modification: { readonly originalRequest: string; readonly authorized: string } | null;
  readonly service: ServiceRequest;
  readonly bases: {
    readonly CLAIMS_ADMINISTRATOR: Basis | null;
    readonly EXPERT_REVIEWER: Basis | null;
  };
  readonly citations: readonly Citation[];
  readonly rationale: string | null;
  readonly criteria: readonly QuotedCriterion[];
  readonly appliedCriteria: readonly AppliedCriterion[];
  /** `label`, `decision`, `rationale`, `claimsAdministratorGuideline`, `reviewerGuideline`, `service.modality` … */
  readonly spans: Readonly<Record<string, Span>>;
}

/** A parsed letter in canonical terms: what `imr parse` prints and what the graph holds. */
export interface Determination {
  readonly source: DocumentSource;
  readonly template: string;
  readonly parserVersion: string;
  readonly case: {
    readonly caseNumber: string | null;
    readonly outcome: Outcome;
    readonly priority: 'Standard' | 'Expedited' | null;
    readonly dateOfInjury: string | null;
    readonly dateAssigned: string | null;
    readonly decisionDate: string | null;
    readonly utilizationReviewDate: string | null;
    readonly applicationReceivedDate: string | null;
  };
  readonly employee: { readonly age: number | null; readonly sex: Sex | null };
  /** One canonical name per specialty, USPS codes for states, both in the letter's order. */
  readonly reviewer: { readonly specialties: readonly string[]; readonly licensureStates: readonly string[] };
  readonly clinicalSummary: string | null;
  readonly findings: readonly Finding[];
  /** Where each field above was read: `caseNumber`, `dateOfInjury`, `age`, `specialties.0` … */
  readonly spans: Readonly<Record<string, Span>>;
  readonly text: string;
  readonly warnings: readonly Warning[];
}
