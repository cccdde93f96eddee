import type { DocumentSource } from '../documents/document.js';
import type { Decision, Span, Warning } from '../parse/letter.js';

/** Who cites a guideline: the utilization review, the IMR reviewer's guideline line, or the reviewer's rationale. */
export type CitationRole = 'CLAIMS_ADMINISTRATOR' | 'EXPERT_REVIEWER' | 'RATIONALE';

/** What one party based its decision on: the MTUS, something outside of it, or nothing that it cites. */
export type Basis = 'MTUS' | 'OUTSIDE_MTUS' | 'NONE';

/** A letter never prints its outcome: it is derived from its findings. */
export type Outcome = 'UPHOLD' | 'OVERTURN' | 'PARTIAL_OVERTURN';

/** One guideline that one party cites for one finding. */
export interface Citation {
  readonly role: CitationRole;
  /** `MTUS`, `ODG`, `ACOEM` … ; for a source outside the catalogue, its name as written. */
  readonly source: string;
  /** The catalogue's own name; `null` when only the source is named. */
  readonly chapter: string | null;
  /** Year of the edition, said or implied (the title has no other); otherwise `null`. ODG has no editions. */
  readonly edition: number | null;
  readonly topics: readonly string[];
  readonly pages: readonly string[];
  readonly tables: readonly string[];
  /** True when a part (say, the source) was concluded and not written. */
  readonly inferred: boolean;
  /** True when source (and chapter, if any) are in the catalogue; otherwise they are kept as written. */
  readonly resolved: boolean;
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

/** A criterion that a rationale quotes as part of a list. */
export interface QuotedCriterion {
  readonly text: string;
  readonly span: Span;
}

/** The reviewer's decision on one disputed item. */
export interface Finding {
  readonly label: string;
  /** UPHELD: the denial stands. */
  readonly decision: Decision;
  readonly modification: { readonly originalRequest: string; readonly authorized: string } | null;
  readonly service: Service;
  readonly bases: {
    readonly CLAIMS_ADMINISTRATOR: Basis | null;
    readonly EXPERT_REVIEWER: Basis | null;
  };
  readonly citations: readonly Citation[];
  readonly rationale: string | null;
  readonly criteria: readonly QuotedCriterion[];
  /** Filled by a later stage of the project; empty until then. */
  readonly appliedCriteria: readonly never[];
  /** `label`, `decision`, `rationale`, `claimsAdministratorGuideline`, `reviewerGuideline` … */
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
  readonly employee: { readonly age: number | null; readonly sex: 'FEMALE' | 'MALE' | null };
  /** One canonical name per specialty, USPS codes for states, both in the letter's order. */
  readonly reviewer: { readonly specialties: readonly string[]; readonly licensureStates: readonly string[] };
  readonly clinicalSummary: string | null;
  readonly findings: readonly Finding[];
  /** Where each field above was read: `caseNumber`, `dateOfInjury`, `age`, `specialties.0` … */
  readonly spans: Readonly<Record<string, Span>>;
  readonly text: string;
  readonly warnings: readonly Warning[];
}
