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
  // Written out: spreading the parts over the defaults takes several times as long.
  return {
    role,
    source: parts.source,
    chapter: parts.chapter ?? null,
    edition: parts.edition ?? null,
    topics: parts.topics ?? [],
    pages: parts.pages ?? [],
    tables: parts.tables ?? [],
    inferred: parts.inferred ?? false,
    silent: parts.silent ?? false,
    resolution: parts.resolution,
    candidates: parts.candidates ?? [],
    raw: raw.value,
    span: raw.span,
  };
}
