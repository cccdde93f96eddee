import criteriaData from './data/criteria.json' with { type: 'json' };
import drugData from './data/drugs.json' with { type: 'json' };
import guidelineData from './data/guidelines.json' with { type: 'json' };
import peopleData from './data/people.json' with { type: 'json' };
import regionData from './data/regions.json' with { type: 'json' };
import serviceData from './data/services.json' with { type: 'json' };
import type { Laterality } from './letter.js';

/** A part of the body, with the guidelines that treat of it. */
export interface Region {
  /** How letters call it, the usual words more often. */
  readonly written: readonly string[];
  /** Given where there is a left and a right one. */
  readonly plural?: string;
  readonly adjective?: string;
  readonly complaint: string;
  readonly levels?: readonly string[];
  /** Chapter of the ACOEM Practice Guidelines, 2nd edition, with pages and tables that are cited of it. */
  readonly acoem?: number;
  readonly pages?: readonly string[];
  readonly tables?: readonly string[];
  readonly odg: string;
  readonly since2017: string;
  /** Its section in the Postsurgical Treatment Guidelines. */
  readonly postsurgical?: string;
  readonly diagnoses: readonly string[];
}

/** What guidelines of each age say of a service. */
export interface Topics {
  readonly acoem?: readonly string[];
  readonly general?: readonly string[];
  readonly cp2009?: readonly string[];
  readonly cp2016?: readonly string[];
  readonly opioid2016?: readonly string[];
  readonly acupuncture?: boolean;
  readonly postsurgical?: boolean;
  readonly odg?: string;
  /** The ODG chapter, where it is not the body region's own. */
  readonly odgChapter?: string;
  readonly since2017?: readonly string[];
  readonly since2017Title?: string;
}

/** A treatment that letters ask for. */
export interface Request extends Topics {
  readonly modality: string;
  readonly category: string;
  readonly family: string;
  readonly weight: number;
  /** Body regions that it may be asked for, named by the label's {r}. */
  readonly regions?: readonly string[];
  /** Body regions that its name implies. */
  readonly fixedRegions?: readonly string[];
  /** The side that its labels name, where no slot does. */
  readonly laterality?: Laterality;
  readonly labels: readonly string[];
  /** Labels with a number that can be authorised in part. */
  readonly counted?: readonly string[];
}

export interface Drug extends Topics {
  readonly modality: string;
  readonly category: string;
  readonly family: string;
  readonly weight: number;
  readonly names: readonly string[];
  readonly strengths: readonly string[];
  readonly counts: readonly number[];
}

/** A service that is asked for together with a surgery. */
export interface Dependent {
  readonly modality: string;
  readonly category: string;
  readonly labels: readonly string[];
}

/** A source other than the MTUS and the ODG; `source` is OTHER where the name itself is not judged. */
export interface OtherSource {
  readonly source: string;
  readonly weight: number;
  readonly written: string;
  readonly chapter?: string;
  readonly pages?: readonly string[];
}

type Spellings = Readonly<Record<string, readonly string[]>>;
type Weights = Readonly<Record<string, number>>;

export const regions: Readonly<Record<string, Region>> = regionData.regions;
export const requests = serviceData.services as readonly Request[];
export const dependents: readonly Dependent[] = serviceData.dependents;
export const drugs: readonly Drug[] = drugData.drugs;
export const drugLabels: Readonly<Record<'labels' | 'counted' | 'bare', readonly string[]>> = drugData;
export const opioidSections: readonly string[] = drugData.opioid2016;

export const guidelines: {
  readonly acoem: Readonly<Record<string, string>>;
  readonly since2017: Readonly<Record<string, readonly number[]>>;
  readonly odgSources: Weights;
  readonly odgChapters: Spellings;
  readonly odgTopics: Spellings;
  readonly odgNotes: readonly string[];
  readonly odgChapterless: readonly string[];
  readonly otherSources: readonly OtherSource[];
} = guidelineData;

export const people: {
  /** Specialties of one reviewer, joined by "|". */
  readonly credentials: Weights;
  readonly states: Weights;
  readonly stateCodes: Readonly<Record<string, string>>;
  readonly persons: Weights;
  readonly openings: readonly string[];
  readonly openingsWithoutPerson: readonly string[];
  readonly mechanisms: readonly string[];
  readonly summary: readonly string[];
  readonly treatments: readonly string[];
  readonly urDenials: readonly string[];
  readonly records: readonly string[];
} = peopleData;

type ByStatus = Readonly<Record<'MET' | 'NOT_MET', readonly string[]>>;
type ByDecision = Readonly<Record<'UPHELD' | 'OVERTURNED', readonly string[]>>;

export const criteria: {
  /** The kinds of criteria that matter for a family of services. */
  readonly families: Spellings;
  /** What guidelines say in general, by family. */
  readonly general: Spellings;
  /** By kind, or by kind and family (`CARE_NEED/therapy`) where the family has wordings of its own. */
  readonly statements: Readonly<Record<string, ByStatus>>;
  readonly criteriaLists: readonly (readonly string[])[];
  readonly facts: readonly string[];
  readonly conclusions: ByDecision;
  readonly tapering: string;
} = criteriaData;

/** Fills the slots of a phrase: "{person}" with `slots.person`. A slot without a value is left as it is. */
export function fill(phrase: string, slots: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}

/** With a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
