import type { Day } from './calendar.js';

/** The template eras, oldest first. */
export const ERAS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'] as const;

export type Era = (typeof ERAS)[number];

/** The two sides whose guidelines a letter names. */
export type Party = 'CLAIMS_ADMINISTRATOR' | 'EXPERT_REVIEWER';

export type Decision = 'UPHELD' | 'OVERTURNED';

export type Basis = 'MTUS' | 'OUTSIDE_MTUS' | 'NONE';

/** A guideline as it is cited: what it is, in the catalogue's names, and the words. A field that is absent is not judged. */
export interface Citation {
  readonly source: string;
  readonly chapter?: string | null;
  readonly edition?: number;
  readonly topics?: readonly string[];
  readonly pages?: readonly string[];
  readonly tables?: readonly string[];
  readonly written: string;
}

/** What one party rests its decision on. */
export interface Grounds {
  readonly basis: Basis;
  readonly mtus: readonly Citation[];
  readonly outside: readonly Citation[];
}

/** A condition that the rationale applies to this employee (the kinds are those of the criteria codebook). */
export interface AppliedCriterion {
  readonly kind: string;
  readonly status: 'MET' | 'NOT_MET';
  readonly decisive: boolean;
  /** The rationale's own words. */
  readonly quote: string;
  /** The guideline that it is a condition of, where the rationale names one. */
  readonly reliesOn?: Pick<Citation, 'source' | 'chapter'>;
}

export interface Rationale {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Criteria that it quotes as a list. */
  readonly criteria: readonly string[];
  readonly appliedCriteria: readonly AppliedCriterion[];
}

/** The three portions of a request that the claims administrator authorised in part. */
export interface Modification {
  readonly originalRequest: string;
  readonly authorized: string;
  /** Whether the remaining portion is under review, or the original request as a whole. */
  readonly disputed: 'REMAINDER' | 'WHOLE';
}

/** What a request says of a drug; `null` where it does not say it. */
export interface Prescription {
  /** With a space before the unit: `10/325 mg`, `5%`. */
  readonly strength: string | null;
  readonly quantity: number | null;
  readonly refills: number | null;
}

export type Laterality = 'LEFT' | 'RIGHT' | 'BILATERAL';

export interface Service {
  readonly modality: string;
  readonly category: string;
  readonly bodyRegions: readonly string[];
  readonly retrospective: boolean;
  readonly laterality: Laterality | null;
  readonly drug?: Prescription;
}

export interface Item {
  readonly label: string;
  readonly decision: Decision;
  readonly service: Service;
  readonly modification: Modification | null;
  readonly grounds: Readonly<Record<Party, Grounds>>;
  readonly rationale: Rationale;
}

export interface Dates {
  readonly injury: Day;
  readonly review: Day;
  readonly received: Day;
  readonly assigned: Day;
  readonly decided: Day;
}

/** The employee; `null` is what the letter leaves out. */
export interface Employee {
  readonly age: number | null;
  readonly sex: 'FEMALE' | 'MALE' | null;
  /** "injured worker", "patient", … */
  readonly person: string;
}

export interface Summary {
  readonly text: string;
  /** Dates that it states; they differ from the header's where the letter contradicts itself. */
  readonly injury: Day | null;
  readonly review: Day | null;
}

/** All that a letter says, before it is put into the words and the layout of its era. */
export interface Letter {
  readonly era: Era;
  /** Running number within its run, from 1. */
  readonly number: number;
  readonly caseNumber: string;
  readonly dates: Dates;
  readonly priority: 'Standard' | 'Expedited';
  readonly employee: Employee;
  readonly reviewer: { readonly specialties: readonly string[]; readonly states: readonly string[] };
  readonly summary: Summary;
  readonly items: readonly Item[];
}
