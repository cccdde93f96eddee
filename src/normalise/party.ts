import type { Quote, Reading } from '../parse/letter.js';
import type { CitationContext } from './citation.js';
import type { Basis, Citation } from './determination.js';
import { readGuidelineLine } from './guideline-line.js';
import { readMtusClause } from './mtus-clause.js';
import { readNonMtusClause } from './non-mtus.js';
import { readMentions } from './rationale-citations.js';

/** On what one party says it relied. */
export interface Party {
  /** Absent when it does not say. */
  readonly basis?: Reading<Basis>;
  readonly citations: readonly Citation[];
}

/** What one party's guideline line says; a letter without the line says nothing of it. */
export function readParty(line: Quote | undefined, context: CitationContext): Party {
  if (!line) return { citations: [] };
  const { basis, clauses } = readGuidelineLine(line);
  if (basis === undefined) return readFreeWords(line, context);
  const citations: Citation[] = [];
  for (const { isMtus, words } of clauses) {
    const read = isMtus ? readMtusClause(words, context) : readNonMtusClause(words, context);
    // One by one: a call takes only so many arguments.
    for (const citation of read) citations.push(citation);
  }
  return { basis, citations };
}

/** A line without any set sentence is read like a rationale: it cites the guidelines that it names. */
function readFreeWords(line: Quote, context: CitationContext): Party {
  const citations = readMentions(line, [], context);
  const supports = citations.filter(({ silent }) => !silent);
  const [place] = [...supports.filter(({ source }) => source === 'MTUS'), ...supports];
  if (!place) return { citations };
  const value = place.source === 'MTUS' ? 'MTUS' : 'OUTSIDE_MTUS';
  return { basis: { value, span: place.span }, citations };
}

/**
 * What the catalogue makes of words by themselves: a guideline line, a sentence, or the bare name of a guideline.
 * @param asOf a day (ISO 8601) on which they were written; titles adopted later are not meant.
 */
export function resolveWords(words: string, asOf: string | null): readonly Citation[] {
  const line: Quote = { value: words, span: [0, words.length] };
  const context: CitationContext = { role: 'EXPERT_REVIEWER', asOf, warn: () => undefined };
  const { citations } = readParty(line, context);
  const asCited = readNonMtusClause(line, context);
  if (citations.length === 0) return asCited;
  // "ODG low back" alone names the chapter; in a sentence it would not.
  const [only, named] = [citations[0], asCited[0]];
  const isNamed = named?.source === only?.source && named?.chapter !== null && only?.chapter === null;
  return isNamed && citations.length === 1 && asCited.length === 1 ? asCited : citations;
}
