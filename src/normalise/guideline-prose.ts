import type { Quote, Reading } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import type { Basis, Citation, CitationRole } from './determination.js';
import { readNonMtusClause } from './non-mtus.js';
import { readRationaleCitations } from './rationale-citations.js';

/*
 * Letters of 2013 tell in sentences on what a party relied:
 *   The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, page 64, which is part
 *   of the MTUS, and the Official Disability Guidelines (ODG), Pain Chapter, which is not part of the MTUS.
 *   The Physician Reviewer did not find any section of the MTUS to be applicable. …
 */
const RELIED =
  /\b(?:based|bases) (?:its|his\/her|his or her|his|her|their|the) decision(?:s)? (?:up)?on (?:the )?|\brelied (?:up)?on (?:the )?|\bcited (?:the )?(?!by\b)/gi;
/** What letters of later years say in nearly the same words. */
const OF_LATER_YEARS = /\bDecision based on\b|\boutside of the MTUS\b|\bdid not base\b/i;
const SENTENCE_END =
  /(?<!\b(?:ed|pgs?|pp?|ch|no))\.(?=\s+(?:The|No|There|This|In|As|MAXIMUS|He|She|It)\b|\s*$)/i;
const PART_OF_MTUS =
  /[,;]? (?:and )?(?:(?:which|that) (?:is|are) )?(?<not>not )?(?:an? )?parts? of the (?:MTUS|(?:California )?Medical Treatment Utilization Schedule)(?: \(MTUS\))?/gi;
const JOINT = /^[\s,;]*(?:(?:and|as well as|along with|also)\s+)?(?:on\s+)?(?:the\s+)?/i;
const JOINED = /^[\s,;]*(?:and|as well as|along with|also)\b/i;
const NOT_APPLICABLE =
  /\bdid not find (?:any|a) sections? of\b|\bfound (?:that )?no sections? of\b|\bMTUS (?:does not address|is not applicable|was not applicable)\b/i;

/** On what a party says in sentences that it relied. */
export interface GuidelineProse {
  readonly basis?: Reading<Basis>;
  readonly citations: readonly Citation[];
}

/** Reads a party's sentences of 2013; `undefined` for a guideline line of later years. */
export function readGuidelineProse(line: Quote, role: CitationRole): GuidelineProse | undefined {
  if (OF_LATER_YEARS.test(line.value)) return undefined;
  const segments = reliances(line).flatMap(segmentsOf);
  const isOutside = NOT_APPLICABLE.test(line.value);
  if (segments.length === 0 && !isOutside) return undefined;
  const read = segments.map((segment) => readSegment(segment, role));
  const basis = (['MTUS', 'OUTSIDE_MTUS'] as const).find((each) => read.some((one) => one.basis === each));
  const place = read.find((one) => one.basis === basis)?.words ?? line;
  return {
    basis: { value: basis ?? 'OUTSIDE_MTUS', span: place.span },
    citations: read.flatMap(({ citations }) => citations),
  };
}

/** The words after each "based its decision on", to the end of the sentence. */
function reliances(line: Quote): Quote[] {
  const starts = [...line.value.matchAll(RELIED)];
  return starts.map((start, i) => {
    const from = start.index + start[0].length;
    const to = starts[i + 1]?.index ?? line.value.length;
    const end = SENTENCE_END.exec(line.value.slice(from, to));
    return within(line, from, end ? from + end.index : to);
  });
}

interface Segment {
  readonly words: Quote;
  /** Whether the letter says that it is part of the MTUS; absent when it does not say. */
  readonly isPart?: boolean;
}

function segmentsOf(reliance: Quote): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const marker of reliance.value.matchAll(PART_OF_MTUS)) {
    segments.push({ words: segment(reliance, from, marker.index), isPart: !marker.groups?.['not'] });
    from = marker.index + marker[0].length;
  }
  // What follows the last "part of the MTUS" is a further guideline only where it is joined to it.
  if (from === 0 || JOINED.test(reliance.value.slice(from)))
    segments.push({ words: segment(reliance, from, reliance.value.length) });
  return segments.filter(({ words }) => /\w/.test(words.value));
}

function segment(reliance: Quote, from: number, to: number): Quote {
  const joint = JOINT.exec(reliance.value.slice(from, to))?.[0].length ?? 0;
  return within(reliance, from + joint, to);
}

function readSegment(
  { words, isPart }: Segment,
  role: CitationRole,
): { basis: Basis; words: Quote; citations: readonly Citation[] } {
  const named = readRationaleCitations(words, []);
  const isMtus = isPart ?? named.some(({ source }) => source === 'MTUS');
  if (!isMtus) return { basis: 'OUTSIDE_MTUS', words, citations: readNonMtusClause(words, role) };
  const citations = named.map((one): Citation => {
    const isAcoem = one.source === 'ACOEM';
    return { ...one, role, source: isAcoem ? 'MTUS' : one.source, inferred: isAcoem };
  });
  return { basis: 'MTUS', words, citations };
}
