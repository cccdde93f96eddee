import type { Quote, Reading } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import { ODG_IN_FULL } from './catalogue.js';
import type { Basis } from './determination.js';
import { readGuidelineProse, type GuidelineClause } from './guideline-prose.js';
import { MTUS_ALONE } from './mentions.js';
import { allMatches } from './patterns.js';

/** A guideline line taken apart: on what its party says it relied, and the words that name it. */
export interface GuidelineLine {
  /** Absent when the line says none of the templates' sentences. */
  readonly basis?: Reading<Basis>;
  /** In the line's order. */
  readonly clauses: readonly GuidelineClause[];
}

/** The opening words may be missing; "Chronic Pain Medical Treatment Guidelines" then begins the line of itself. */
const CLAUSE = new RegExp(
  String.raw`(?:Decision\s+based\s+on\s+|^)(?:(Non-?\s?MTUS(?:\s+Citations?)?(?:[\s:]+Non-?\s?MTUS\b)?|MTUS)\b:?|(?=${MTUS_ALONE}))`,
  'gi',
);
const ODG_NEXT = new RegExp(
  String.raw`(?:[,;.]|\band)\s+(?:Non-?\s?MTUS\s+(?:Citations?\s+)?)?(?:the\s+)?(?=${ODG_IN_FULL}|ODG\b)`,
  'i',
);
const OUTSIDE =
  /outside\s+of\s+the\s+MTUS|did\s+not\s+base\s+(?:(?!on\b)[\w/]+\s+){1,3}on\s+the\s+MTUS|did\s+not\s+find\s+(?:that\s+)?(?:the\s+|any\s+sections?\s+of\s+the\s+|an?\s+sections?\s+of\s+the\s+)?(?:MTUS|Medical\s+Treatment\s+Utilization)|\bno\s+(?:sections?|parts?)\s+of\s+the\s+(?:MTUS|Medical\s+Treatment\s+Utilization)|MTUS\s+(?:was|is|were)\s+not\s+applicable|MTUS\s+(?:does|did)\s+not\s+(?:address|apply)/i;
const NO_EVIDENCE =
  /did\s+not\s+(?:cite|provide|give|identify|reference)\s+(?:any|an?|the)\b|\bno\s+(?:\w+\s+){0,3}(?:was|were)\s+cited/i;

/** Splits the words of a "Claims Administrator guideline:" or "MAXIMUS guideline:" line into its clauses. */
export function readGuidelineLine(line: Quote): GuidelineLine {
  const fixed = fixedClauses(line);
  const clauses = fixed.length > 0 ? fixed : readGuidelineProse(line);
  const basis = basisOf(line, clauses);
  return basis ? { basis, clauses } : { clauses };
}

function fixedClauses(line: Quote): GuidelineClause[] {
  const starts = allMatches(CLAUSE, line.value);
  const clauses: GuidelineClause[] = [];
  for (const [i, start] of starts.entries()) {
    const wordsFrom = start.index + start[0].length;
    const words = within(line, wordsFrom, starts[i + 1]?.index ?? line.value.length);
    const opening = start[0] === '' ? words : within(line, start.index, wordsFrom);
    const isMtus = (start[1] ?? 'MTUS').toUpperCase() === 'MTUS';
    const parts = isMtus ? partedFromOdg(opening, words) : [{ isMtus, opening, words }];
    for (const part of parts) clauses.push(part);
  }
  return clauses;
}

/** A clause of the MTUS that goes on with the ODG. */
function partedFromOdg(opening: Quote, words: Quote): GuidelineClause[] {
  const joint = ODG_NEXT.exec(words.value);
  if (!joint) return [{ isMtus: true, opening, words }];
  const odg = within(words, joint.index + joint[0].length, words.value.length);
  return [
    { isMtus: true, opening, words: within(words, 0, joint.index) },
    { isMtus: false, opening: odg, words: odg },
  ];
}

/** The basis, read where the line first says so. What is cited counts, also beside "did not cite any". */
function basisOf(line: Quote, clauses: readonly GuidelineClause[]): Reading<Basis> | undefined {
  const mtus = clauses.find(({ isMtus }) => isMtus);
  if (mtus) return { value: 'MTUS', span: mtus.opening.span };
  const outside = saidIn(line, OUTSIDE) ?? clauses[0]?.opening;
  if (outside) return { value: 'OUTSIDE_MTUS', span: outside.span };
  const nothing = saidIn(line, NO_EVIDENCE);
  return nothing && { value: 'NONE', span: nothing.span };
}

function saidIn(line: Quote, words: RegExp): Quote | undefined {
  const match = words.exec(line.value);
  return match ? within(line, match.index, match.index + match[0].length) : undefined;
}
