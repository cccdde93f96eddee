import { Memo } from '../common/memo.js';
import type { Quote, Reading, Span, Warning } from '../parse/letter.js';
import { citation, type CitationContext } from './citation.js';
import type { Basis, Citation } from './determination.js';
import { readGuidelineLine } from './guideline-line.js';
import { readMtusClause } from './mtus-clause.js';
import { readNonMtusClause } from './non-mtus.js';
import { readMentions } from './rationale-citations.js';
import { lastAdoption } from './titles.js';

/** On what one party says it relied. */
export interface Party {
  /** Absent when it does not say. */
  readonly basis?: Reading<Basis>;
  readonly citations: readonly Citation[];
}

/** What a line says wherever it stands: spans begin with the line. */
interface Remembered extends Party {
  readonly warnings: readonly Warning[];
}

/** Few lines are new: more than half of a corpus's say, word for word, what one before has said. */
const remembered = new Memo<Remembered>(2_000);

/** What one party's guideline line says; a letter without the line says nothing of it. */
export function readParty(line: Quote | undefined, context: CitationContext): Party {
  if (!line) return { citations: [] };
  const inForce = lastAdoption(context.asOf);
  const { basis, citations, warnings } = remembered.of(inForce ?? '', line.value, (value) =>
    toRemember(value, { ...context, asOf: inForce }),
  );
  const [offset] = line.span;
  const { role } = context;
  for (const warning of warnings) context.warn(movedWarning(warning, offset));
  const moved = citations.map((one) =>
    citation(role, { value: one.raw, span: movedSpan(one.span, offset) }, one),
  );
  if (!basis) return { citations: moved };
  return { basis: { value: basis.value, span: movedSpan(basis.span, offset) }, citations: moved };
}

function toRemember(value: string, context: CitationContext): Remembered {
  const warnings: Warning[] = [];
  const warn = (warning: Warning) => warnings.push(warning);
  const party = readLine({ value, span: [0, value.length] }, { ...context, warn });
  return { ...party, warnings };
}

function movedWarning(warning: Warning, offset: number): Warning {
  return warning.span ? { ...warning, span: movedSpan(warning.span, offset) } : warning;
}

function movedSpan([start, end]: Span, offset: number): Span {
  return [offset + start, offset + end];
}

function readLine(line: Quote, context: CitationContext): Party {
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
  const [only, named] = [citations[0], asCited[0]];
  const isOne = only !== undefined && named !== undefined && citations.length + asCited.length === 2;
  return isOne && saysMore(named, only) ? asCited : citations;
}

/** "ODG low back" alone names the chapter, and "ODG Knee Chapter, MRI" the topic; in a sentence they would not. */
function saysMore(named: Citation, mentioned: Citation): boolean {
  if (named.source !== mentioned.source) return false;
  if (mentioned.chapter === null) return named.chapter !== null;
  return named.chapter === mentioned.chapter && named.topics.length > mentioned.topics.length;
}
