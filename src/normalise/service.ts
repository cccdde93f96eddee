import regionsData from './data/body-regions.json' with { type: 'json' };
import servicesData from './data/services.json' with { type: 'json' };
import type { Service } from './determination.js';
import { anyOf, fold } from './names.js';

interface Entry {
  readonly modality: string;
  /** Our own classification, in the terms of the DWC's treatment request categories; `null` where the name allows several. */
  readonly category: string | null;
  readonly terms: readonly string[];
  /** A word such as "surgery", that counts only when nothing more definite is named. */
  readonly generic?: boolean;
}

export const services: readonly Entry[] = servicesData.services;
interface Region {
  readonly name: string;
  readonly terms: readonly string[];
  /** Source of a pattern for its vertebrae: "C5-6", "L4-S1". */
  readonly levels?: string;
}

export const bodyRegions: readonly Region[] = regionsData.regions;

const entryIndex = new Map(
  services.flatMap((entry) => entry.terms.map((term) => [fold(term), entry] as const)),
);
const termsOf = (generic: boolean) =>
  services.filter((entry) => (entry.generic ?? false) === generic).flatMap((e) => e.terms);
const DEFINITE = new RegExp(anyOf(termsOf(false)), 'i');
const GENERIC = new RegExp(anyOf(termsOf(true)), 'i');
const REGIONS = bodyRegions.map(({ name, terms, levels }) => ({
  name,
  pattern: new RegExp(levels ? String.raw`${anyOf(terms)}|\b${levels}\b` : anyOf(terms), 'i'),
}));

/** Words that say when, for what or how a service is given, and are no service themselves. */
const CIRCUMSTANCES =
  /\bassociated\s+surgical\s+services?:?|\blabs?\s+to\s+include:?|\b(?:ultrasound|fluoroscop\w*|CT)[\s-]+guid\w+|\bunder\s+(?:ultrasound|fluoroscop\w*)(?:\s+guidance)?|\b(?:pre|post)-?\s?op\w*\b|(?<=\b(?:consult(?:ation)?|evaluation)\s)for\b.*/gi;
/** Strengths of creams; a drug that is usually swallowed is compounded when it has one. */
const PERCENTAGE = /\d\s?%(?!\s*(?:of|reduc|taper|wean|less))/i;
const USUALLY_SWALLOWED =
  /> (?:NSAID|Muscle Relaxant|Anti-epilepsy drugs|Antidepressant|Opioids|Misc Analgesics)$/;
const RETROSPECTIVE = /\bretro(?:spective(?:ly)?)?\b/i;

/** What an item's label asks for, in the lexicon's terms; the first service named is the item. */
export function serviceOf(label: string): Service {
  const words = label.replace(CIRCUMSTANCES, ' ');
  const named = entryIn(words, DEFINITE) ?? entryIn(words, GENERIC);
  const isCompounded = PERCENTAGE.test(words) && USUALLY_SWALLOWED.test(named?.category ?? '');
  const entry = isCompounded ? entryIndex.get('topical compound') : named;
  return {
    modality: entry?.modality ?? null,
    bodyRegions: regionsIn(label),
    category: entry?.category ?? null,
    retrospective: RETROSPECTIVE.test(label),
  };
}

function entryIn(words: string, terms: RegExp): Entry | undefined {
  const term = terms.exec(words)?.[0];
  return term === undefined ? undefined : entryIndex.get(fold(term));
}

/** In the order in which the label names them. */
function regionsIn(label: string): string[] {
  return REGIONS.map(({ name, pattern }) => ({ name, at: label.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}
