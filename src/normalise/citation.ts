import type { Quote, Warning } from '../parse/letter.js';
import type { Citation, CitationRole } from './determination.js';

/** Takes note of something that was read with doubt. */
export type Warn = (warning: Warning) => void;

/** What is known around a citation. */
export interface CitationContext {
  readonly role: CitationRole;
  /** A day (ISO 8601) on which the letter was or may have been decided; titles adopted later cannot be meant. */
  readonly asOf: string | null;
  readonly warn: Warn;
}

/** What is known of a citation besides where it stands; what is left out was not said. */
export type CitationParts = Pick<Citation, 'source' | 'resolution'> &
  Partial<Omit<Citation, 'role' | 'raw' | 'span'>>;

/** A citation of `raw`, the letter's own words. */
export function citation(role: CitationRole, raw: Quote, parts: CitationParts): Citation {
  return {
    role,
    chapter: null,
    edition: null,
    topics: [],
    pages: [],
    tables: [],
    inferred: false,
    silent: false,
    candidates: [],
    ...parts,
    raw: raw.value,
    span: raw.span,
  };
}
