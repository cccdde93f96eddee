import type { SearchExpression, Term } from './language.js';

/** Which of a finding's texts are searched: its own label and rationale, the clinical case summary of its letter. */
export type SearchField = 'LABEL' | 'RATIONALE' | 'SUMMARY';

/** What each full-text index is asked for one part of a search, in Lucene's language; null: nothing. */
export interface SearchPart {
  /** Its place among what must match; null: it must not. */
  readonly place: number | null;
  readonly finding: string | null;
  readonly summary: string | null;
}

/** A word in the label tells most of what a finding is about; the summary is shared by all findings of the letter. */
const INDEXED = {
  LABEL: { property: 'label', boost: 2 },
  RATIONALE: { property: 'rationale', boost: 1 },
  SUMMARY: { property: 'clinicalSummary', boost: 0.5 },
} as const;

/** The parts of a search: what must match, one by one, then all that must not. */
export function searchParts(
  { required, excluded }: SearchExpression,
  fields: readonly SearchField[],
): SearchPart[] {
  const parts = required.map((terms, place) => part(place, terms, fields));
  return excluded.length > 0 ? [...parts, part(null, excluded, fields)] : parts;
}

/**
 * The whole search as one query of the index of findings, for those that match by their own words alone; null where the summary has to
 * be looked at all the same, or nothing else is searched.
 */
export function ownWordsQuery(parts: readonly SearchPart[]): string | null {
  const clauses = parts.map(({ place, finding, summary }) => {
    if (finding === null || (place === null && summary !== null)) return null;
    return `${place === null ? '-' : '+'}(${finding})`;
  });
  return clauses.includes(null) ? null : clauses.join(' ');
}

function part(place: number | null, terms: readonly Term[], fields: readonly SearchField[]): SearchPart {
  return {
    place,
    finding: inFields(
      terms,
      fields.filter((field) => field !== 'SUMMARY'),
    ),
    summary: inFields(
      terms,
      fields.filter((field) => field === 'SUMMARY'),
    ),
  };
}

function inFields(terms: readonly Term[], fields: readonly SearchField[]): string | null {
  if (fields.length === 0) return null;
  const phrases = terms.map(phrase).join(' ');
  return fields.map((field) => `${INDEXED[field].property}:(${phrases})^${INDEXED[field].boost}`).join(' ');
}

/** Within quotes only the quote and the backslash mean something; neither is part of a word. */
function phrase({ text }: Term): string {
  return `"${text.replace(/["\\]/g, ' ')}"`;
}
