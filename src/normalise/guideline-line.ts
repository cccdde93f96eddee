import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import type { Basis } from './determination.js';
import { MTUS_ALONE } from './mentions.js';

/** A guideline line taken apart: on what its party says it relied, and the words that name it. */
export interface GuidelineLine {
  /** `null` when the line says none of the templates' sentences. */
  readonly basis: Basis | null;
  /** The words after each "Decision based on MTUS". */
  readonly mtus: readonly Quote[];
  /** The words after each "Decision based on Non-MTUS Citation". */
  readonly nonMtus: readonly Quote[];
}

/** The opening words may be missing; "Chronic Pain Medical Treatment Guidelines" then begins the line of itself. */
const CLAUSE = new RegExp(
  String.raw`(?:Decision\s+based\s+on\s+|^)(?:(Non-\s?MTUS(?:\s+Citations?)?|MTUS)\b:?|(?=${MTUS_ALONE}))`,
  'gi',
);
const OUTSIDE = /outside\s+of\s+the\s+MTUS|did\s+not\s+base\s+(?:\w+\s+)?decision\s+on\s+the\s+MTUS/i;
const NO_EVIDENCE = /did\s+not\s+cite\s+any/i;

/** Splits the words of a "Claims Administrator guideline:" or "MAXIMUS guideline:" line into its clauses. */
export function readGuidelineLine(line: Quote): GuidelineLine {
  const starts = [...line.value.matchAll(CLAUSE)];
  const clauses = starts.map((start, i) => ({
    isMtus: (start[1] ?? 'MTUS').toUpperCase() === 'MTUS',
    words: within(line, start.index + start[0].length, starts[i + 1]?.index ?? line.value.length),
  }));
  const mtus = clauses.filter((clause) => clause.isMtus).map((clause) => clause.words);
  const nonMtus = clauses.filter((clause) => !clause.isMtus).map((clause) => clause.words);
  return { basis: basisOf(line.value, mtus.length > 0, nonMtus.length > 0), mtus, nonMtus };
}

function basisOf(line: string, citesMtus: boolean, citesOther: boolean): Basis | null {
  if (citesMtus) return 'MTUS';
  if (citesOther || OUTSIDE.test(line)) return 'OUTSIDE_MTUS';
  return NO_EVIDENCE.test(line) ? 'NONE' : null;
}
