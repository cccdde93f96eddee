import type { SearchExpression, Term } from './language.js';

/** Which of a finding's texts are searched: its own label and rationale, the clinical case summary of its letter. */
export type SearchField = 'LABEL' | 'RATIONALE' | 'SUMMARY';

/** What each full-text index is asked for one part of a search, in Lucene's language; null: nothing. */
export interface SearchPart {
  /** Its place among what must match; {@link WHOLE}: all that must; null: it must not. */
  readonly place: number | null;
  readonly finding: string | null;
  readonly summary: string | null;
}

/** The place of all that must match, looked up at once. */
const WHOLE = -1;

/** A word in the label tells most of what a finding is about; the summary is shared by all findings of the letter. */
const INDEXED = {
  LABEL: { property: 'label', boost: 2 },
  RATIONALE: { property: 'rationale', boost: 1 },
  SUMMARY: { property: 'clinicalSummary', boost: 0.5 },
} as const;

/**
 * The parts of a search: what must match, one by one, all that must at once, and all that must not. Where only one index is searched it is
 * asked for all of it at once.
 */
export function searchParts(
  { required, excluded }: SearchExpression,
  fields: readonly SearchField[],
): SearchPart[] {
  const own = fields.filter((field) => field !== 'SUMMARY');
  const summary = fields.filter((field) => field === 'SUMMARY');
  const part = (
    place: number | null,
    query: (fields: readonly SearchField[]) => string | null,
  ): SearchPart => ({
    place,
    finding: query(own),
    summary: query(summary),
  });
  const all = (places: readonly SearchField[], not: string | null = null) =>
    together(
      required.map((terms) => inFields(terms, places)),
      not,
    );
  const none = (places: readonly SearchField[]) => inFields(excluded, places);
  if (own.length === 0 || summary.length === 0) return [part(0, (places) => all(places, none(places)))];
  return [
    ...required.map((terms, place) => part(place, (places) => inFields(terms, places))),
    ...(required.length > 1 ? [part(WHOLE, (places) => all(places))] : []),
    ...(excluded.length > 0 ? [part(null, none)] : []),
  ];
}

/** How many of the parts must match. */
export function howManyMustMatch(parts: readonly SearchPart[]): number {
  return parts.filter(({ place }) => place !== null && place !== WHOLE).length;
}

/**
 * The whole search as one query of the index of findings, for those that match by their own words alone; null where the summary has to
 * be looked at all the same, or nothing else is searched.
 */
export function ownWordsQuery(parts: readonly SearchPart[]): string | null {
  if (parts.some(({ place }) => place === null)) return null;
  return (parts.find(({ place }) => place === WHOLE) ?? parts[0])?.finding ?? null;
}

/** What matches all of these queries, and not another. */
function together(queries: readonly (string | null)[], not: string | null): string | null {
  if (queries.includes(null)) return null;
  return [...queries.map((query) => `+(${query})`), ...(not === null ? [] : [`-(${not})`])].join(' ');
}

function inFields(terms: readonly Term[], fields: readonly SearchField[]): string | null {
  if (fields.length === 0 || terms.length === 0) return null;
  const phrases = terms.map(phrase).join(' ');
  return fields.map((field) => `${INDEXED[field].property}:(${phrases})^${INDEXED[field].boost}`).join(' ');
}

/** Within quotes only the quote and the backslash mean something; neither is part of a word. */
function phrase({ text }: Term): string {
  return `"${text.replace(/["\\]/g, ' ')}"`;
}
