import type { Quote, Warning } from '../parse/letter.js';
import type { Citation, CitationRole } from './determination.js';

/** Takes note of something that was read with doubt. */
export type Warn = (warning: Warning) => void;

/** What is known of a citation besides where it stands; what is left out was not said. */
export type CitationParts = Pick<Citation, 'source' | 'resolved'> &
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
    ...parts,
    raw: raw.value,
    span: raw.span,
  };
}
