import drugsData from '../data/drugs.json' with { type: 'json' };
import servicesData from '../data/services.json' with { type: 'json' };
import { fold } from '../names.js';
import { TermIndex } from '../term-index.js';

export interface ServiceEntry {
  readonly modality: string;
  /** Our own classification, in the terms of the DWC's treatment request categories; `null` where the name allows several. */
  readonly category: string | null;
  readonly terms: readonly string[];
  /** Terms that count only when no other service is named: "wrap", "inpatient". */
  readonly weakTerms?: readonly string[];
  /** A word such as "surgery", that counts only when nothing more definite is named. */
  readonly generic?: boolean;
  /** The modality where the label names this region: an arthroscopy of the knee is a "Knee arthroscopy". */
  readonly byRegion?: Readonly<Record<string, string | undefined>>;
}

export interface DrugEntry {
  /** Generic name, a combination's ingredients joined by "/". */
  readonly name: string;
  /** Of the DWC's list of drug classes; `null` when that has none for it, or when it depends on how the drug is given. */
  readonly class: string | null;
  readonly aliases?: readonly string[];
  readonly brands?: readonly string[];
  /** How it is usually given; swallowed where nothing is said, `any` where the name alone does not tell. */
  readonly route?: string;
  /** Where the modality is not the drug's name. */
  readonly modality?: string;
  /** Where the category is not that of the class. */
  readonly category?: string;
  /** The combination that a strength of two parts means: "Oxycodone 10/325". */
  readonly combined?: string;
  /** What it is as a gel or cream (`modality`), and as the other forms named here. */
  readonly topical?: {
    readonly class: string;
    readonly modality: string;
    readonly patch?: string;
    readonly ointment?: string;
  };
  /** The form that a brand always has. */
  readonly brandForms?: Readonly<Record<string, string | undefined>>;
}

/** What a term of the catalogue means. */
export type Term =
  | { readonly kind: 'service'; readonly entry: ServiceEntry; readonly strength: Strength }
  | { readonly kind: 'drug'; readonly drug: DrugEntry; readonly brand: string | null }
  /** Says how, or with what, a service is given; is none itself. */
  | { readonly kind: 'circumstance' }
  /** Opens a reason: what follows is not asked for. */
  | { readonly kind: 'reason' };

/** How much a term says: a generic word gives way to a weak one, and that to a definite one. */
export const Strength = { Generic: 1, Weak: 2, Definite: 3 } as const;
type Strength = (typeof Strength)[keyof typeof Strength];

export const services: readonly ServiceEntry[] = servicesData.services;
export const drugs: readonly DrugEntry[] = drugsData.drugs;

const drugByName = new Map(drugs.map((drug) => [drug.name, drug]));
const serviceByModality = new Map(services.map((entry) => [entry.modality, entry]));

export function drugNamed(name: string): DrugEntry | undefined {
  return drugByName.get(name);
}

/** The category of a modality that is no drug. */
export function categoryOf(modality: string): string | null {
  return serviceByModality.get(modality)?.category ?? null;
}

/** Every spelling that the services list themselves. */
const written = new Set(services.flatMap((entry) => [...entry.terms, ...(entry.weakTerms ?? [])]).map(fold));

const IMAGE = [
  'ultrasound',
  'US',
  'fluoroscopy',
  'fluoroscopic',
  'fluoroscopically',
  'fluoro',
  'CT',
  'x-ray',
];
const GUIDED = [...IMAGE, 'image', 'imaging', 'EMG'].flatMap((image) => [
  `${image} guided`,
  ...['with', 'under', 'using', 'w', 'and', 'via'].flatMap((joint) => [
    `${joint} ${image} guidance`,
    `${joint} ${image} control`,
    `${joint} the use of ${image}`,
  ]),
]);
const UNDER = IMAGE.flatMap((image) => [`under ${image}`, `with ${image} needle guidance`]);
const CIRCUMSTANCES = [
  ...GUIDED,
  ...UNDER,
  ...['with fluoroscopy', 'using fluoroscopy', 'with or without fluoroscopy', 'with epidurogram'],
  ...['service', 'services', 'procedure', 'procedures', 'equipment', 'item', 'items'].map(
    (word) => `associated surgical ${word}`,
  ),
  ...['lab', 'labs', 'laboratory tests', 'tests'].map((word) => `${word} to include`),
  ...['as an outpatient', 'on an outpatient basis', 'on an inpatient basis', 'outpatient setting'],
];
const REASONS = [
  'status post',
  's/p',
  'following',
  'after',
  'prior to',
  'before',
  'due to',
  'secondary to',
  'd/t',
];

/** Every term of the catalogue, and the words that set some of them aside. */
export const terms = new TermIndex<Term>([
  ...services.flatMap(serviceTerms),
  ...drugs.flatMap(drugTerms),
  ...CIRCUMSTANCES.map((term) => [term, { kind: 'circumstance' }] as const),
  ...REASONS.map((term) => [term, { kind: 'reason' }] as const),
]);

function serviceTerms(entry: ServiceEntry): (readonly [string, Term])[] {
  const strength = entry.generic ? Strength.Generic : Strength.Definite;
  return [
    ...entry.terms.map((term) => ({ term, strength })),
    ...(entry.weakTerms ?? []).map((term) => ({ term, strength: Strength.Weak })),
  ].flatMap(({ term, strength }) =>
    [...plural(term), term].map((form) => [form, { kind: 'service', entry, strength }] as const),
  );
}

/** The plural of a term, unless it is one, or the catalogue lists it. */
function plural(term: string): string[] {
  const many = /[^aeiou\W]y$/i.test(term) ? term.replace(/y$/i, 'ies') : `${term}s`;
  return /\w{3}$/.test(term) && !/s$/i.test(term) && !written.has(fold(many)) ? [many] : [];
}

function drugTerms(drug: DrugEntry): (readonly [string, Term])[] {
  const named = (brand: string | null): Term => ({ kind: 'drug', drug, brand });
  return [
    ...[drug.name, ...(drug.aliases ?? [])].map((term) => [term, named(null)] as const),
    ...(drug.brands ?? []).map((brand) => [brand, named(brand)] as const),
  ];
}
