import { fold } from '../normalise/names.js';
import { drugs, readService, services, bodyRegions } from '../normalise/service/service.js';
import type { Service } from '../normalise/determination.js';
import { editDistance } from '../common/edit-distance.js';
import { InputError } from './input-error.js';
import type { Optional } from './page.js';

/** A requested service in the catalogue's terms, as read from free text. */
export interface UnderstoodService extends Pick<Service, 'category' | 'bodyRegions'> {
  readonly modality: string;
  /** Of several services that the words name, those that are left aside. */
  readonly leftAside: readonly string[];
  /** How sure the reading is, as of an item's label, 0 to 1. */
  readonly confidence: number;
}

/**
 * Reads what is to be requested as the label of an item is read: "MRI of the neck" is an MRI of the cervical spine.
 * @param service the service in anybody's words, body region included or not
 * @param bodyRegion a further body region in anybody's words
 * @throws {InputError} when the words name no service, or no body region, that the catalogue knows
 */
export function readRequest(service: string, bodyRegion: Optional<string>): UnderstoodService {
  const region = bodyRegion ?? '';
  if (region !== '' && readService(region).service.bodyRegions.length === 0) {
    throw unknown('bodyRegion', region, 'body region', regionTerms());
  }
  if (readService(service).service.modality === null)
    throw unknown('service', service, 'service', serviceTerms());
  const { service: read } = readService(`${service} ${region}`);
  return {
    modality: read.modality ?? '',
    category: read.category,
    bodyRegions: read.bodyRegions,
    leftAside: read.also.flatMap(({ modality }) => modality ?? []),
    confidence: read.confidence,
  };
}

interface Term {
  readonly name: string;
  /** Folded. */
  readonly words: readonly string[];
}

// Made only when a request is refused: thousands of names.
const regionTerms = (): Term[] =>
  bodyRegions.flatMap(({ name, terms }) => [name, ...terms].map((term) => termOf(name, term)));
const serviceTerms = (): Term[] => [
  ...services.flatMap(({ modality, terms }) => [modality, ...terms].map((term) => termOf(modality, term))),
  ...drugs.flatMap(({ name, aliases = [], brands = [] }) =>
    [name, ...aliases, ...brands].map((term) => termOf(name, term)),
  ),
];

function termOf(name: string, term: string): Term {
  return { name, words: fold(term).split(' ') };
}

/** Most names that a refusal proposes. */
const MOST_PROPOSED = 5;

/** Only so many of the words are compared: a request is short. */
const MOST_WORDS = 12;

function unknown(path: string, written: string, what: string, terms: readonly Term[]): InputError {
  const near = nearMisses(written, terms);
  const known = `the catalogue knows no ${what} by these words`;
  return new InputError(path, near.length > 0 ? `${known}; near them are: ${near.join('; ')}` : known);
}

/** Names that share a word with what is written, or nearly; those that share the largest part of their own words first. */
function nearMisses(written: string, terms: readonly Term[]): string[] {
  const words = fold(written).split(' ').slice(0, MOST_WORDS);
  const scores = new Map<string, number>();
  for (const { name, words: own } of terms) {
    const shared = own.filter((word) => words.some((other) => isNear(word, other))).length / own.length;
    if (shared > (scores.get(name) ?? 0)) scores.set(name, shared);
  }
  return [...scores]
    .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1))
    .slice(0, MOST_PROPOSED)
    .map(([name]) => name);
}

/** One slip, in longer words two; the first letter is hardly ever mistyped. */
function isNear(word: string, written: string): boolean {
  const slips = word.length < 8 ? 1 : 2;
  return (
    word.length > 2 && word.charAt(0) === written.charAt(0) && editDistance(word, written, slips) <= slips
  );
}
