import type { Quote, Reading } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import type { Basis } from './determination.js';
import { MTUS_ALONE } from './mentions.js';

/** A guideline line taken apart: on what its party says it relied, and the words that name it. */
export interface GuidelineLine {
  /** Absent when the line says none of the templates' sentences. */
  readonly basis?: Reading<Basis>;
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
  const clauses = starts.map((start, i) => {
    const wordsFrom = start.index + start[0].length;
    const words = within(line, wordsFrom, starts[i + 1]?.index ?? line.value.length);
    const opening = start[0] === '' ? words : within(line, start.index, wordsFrom);
    return { isMtus: (start[1] ?? 'MTUS').toUpperCase() === 'MTUS', opening, words };
  });
  const mtus = clauses.filter((clause) => clause.isMtus);
  const nonMtus = clauses.filter((clause) => !clause.isMtus);
  const basis = basisOf(line, mtus[0]?.opening, nonMtus[0]?.opening);
  return { ...(basis && { basis }), mtus: mtus.map(wordsOf), nonMtus: nonMtus.map(wordsOf) };
}

function wordsOf({ words }: { words: Quote }): Quote {
  return words;
}

/** The basis, read where the line first says so. */
function basisOf(
  line: Quote,
  mtus: Quote | undefined,
  nonMtus: Quote | undefined,
): Reading<Basis> | undefined {
  if (mtus) return { value: 'MTUS', span: mtus.span };
  const outside = saidIn(line, OUTSIDE) ?? nonMtus;
  if (outside) return { value: 'OUTSIDE_MTUS', span: outside.span };
  const nothing = saidIn(line, NO_EVIDENCE);
  return nothing && { value: 'NONE', span: nothing.span };
}

function saidIn(line: Quote, words: RegExp): Quote | undefined {
  const match = words.exec(line.value);
  return match ? within(line, match.index, match.index + match[0].length) : undefined;
}
