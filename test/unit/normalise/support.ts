import type { Quote, Warning } from '../../../src/parse/letter.js';
import type { CitationContext } from '../../../src/normalise/citation.js';
import type { Citation } from '../../../src/normalise/determination.js';

/** A quote at some place of a letter, so that a span that forgets the place is found out. */
export const OFFSET = 100;

export function quoteOf(value: string): Quote {
  return { value, span: [OFFSET, OFFSET + value.length] };
}

/** Collects warnings; `codes` are those seen. */
export function collect() {
  const warnings: Warning[] = [];
  return {
    warn: (warning: Warning) => void warnings.push(warning),
    codes: () => warnings.map(({ code }) => code),
  };
}

/** A letter of a day on which the MTUS until 2017 was in force, unless a test says otherwise; its warnings are dropped. */
export function contextOf(fields: Partial<CitationContext> = {}): CitationContext {
  return { role: 'EXPERT_REVIEWER', asOf: '2017-01-31', warn: () => undefined, ...fields };
}

/** "ODG / Shoulder / MRI; CT p. 5 t. 8-8": what a citation says, short enough for a table of cases. */
export function short(citation: Citation): string {
  const { source, chapter, edition, topics, pages, tables, inferred, silent, resolution, candidates } =
    citation;
  return [
    [source, chapter, edition, topics.join('; ')].map((part) => part ?? '-').join(' / '),
    ...(pages.length > 0 ? [`p. ${pages.join(',')}`] : []),
    ...(tables.length > 0 ? [`t. ${tables.join(',')}`] : []),
    ...(inferred ? ['inferred'] : []),
    ...(silent ? ['silent'] : []),
    ...(resolution === 'RESOLVED' ? [] : [resolution]),
    ...(candidates.length > 0 ? [`[${candidates.join(' | ')}]`] : []),
  ].join(' ');
}
