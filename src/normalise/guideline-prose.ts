import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import { sourceBeginning } from './catalogue.js';
import { MTUS_ALONE } from './mentions.js';
import { allMatches } from './patterns.js';
import { titleTerms } from './titles.js';

/** What one "Decision based on …" names. */
export interface GuidelineClause {
  readonly isMtus: boolean;
  /** Where the clause says so. */
  readonly opening: Quote;
  readonly words: Quote;
}

/*
 * Letters of 2013 tell in sentences on what a party relied:
 *   The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, (Opioids), page 78-80,
 *   which is part of the MTUS, and the Official Disability Guidelines (ODG), Pain Chapter, which is not part of the MTUS.
 *   The Physician Reviewer did not find any section of the MTUS to be applicable. …
 */
const BASED = String.raw`\bbas(?:ed|es|ing)\s+(?:(?:its|his\/her|his\s+or\s+her|his|her|their|the|this)\s+)?(?:decisions?|determination)\s+(?:up)?on`;
const RELIED = String.raw`\brel(?:ied|ies|ying)\s+(?:up)?on|\bcited(?!\s+by\b)`;
const OPENING = new RegExp(String.raw`(?:${BASED}|${RELIED})\s+(?:the\s+following:?\s+)?(?:the\s+)?`, 'gi');
/** "… based their decision on recommendation(s) outside of the MTUS Guidelines" names none. */
const NAMES_NONE = /^(?:recommendation\S{0,4}\s+)?outside\b|^(?:any|no)\b/i;
const DENIED = /\b(?:not|no)\s+$/i;
/** Not after an abbreviation; a page's number may follow. */
const SENTENCE_END =
  /(?<!\b(?:ed|pgs?|pp?|ch|no))\.(?=\s+(?:The|No|There|This|In|As|Per|However|Therefore|MAXIMUS|He|She|It)\b|\s*(?:\d{1,3}\s*)?$)/i;
const SCHEDULE = String.raw`(?:(?:california|CA)\s+)?(?:MTUS|Medical\s+Treatment\s+Utilization\s+Schedule)(?:\s*\(MTUS\))?`;
/** What the sentence itself says of a guideline's place. */
const PART_OF_MTUS = new RegExp(
  String.raw`[,;]?\s(?:and\s)?(?:(?:which\sis\s)?an?\s(?:medical\s+treatment\s+)?guideline\s(?:\(MTG\)\s)?)?(?:(?:which|that)\s(?:is|are)\s)?(?<not>not\s)?(?:an?\s)?parts?\sof\s(?:the\s)?${SCHEDULE}`,
  'gi',
);
const JOINT = /^[\s,;]*(?:(?:and|as\s+well\s+as|along\s+with|also)\s+)?(?:on\s+)?(?:the\s+)?/i;
const JOINED = /^[\s,;]*(?:and|as\s+well\s+as|along\s+with|also)\b/i;
const MTUS_NAME = new RegExp(String.raw`^${SCHEDULE}(?=[\s,:;/-]|$)`, 'i');
const MTUS_TITLE = new RegExp(`^${MTUS_ALONE}`, 'i');
/** Where a list may go on with another guideline. */
const NEXT = /(?:[,;]?\s(?:and|as\swell\sas|along\swith)|;)\s(?:also\s)?(?:on\s)?(?:the\s)?/gi;
const ADDRESS = /^(?:https?:|www\.)/i;
/** No name of a source has more characters. */
const LONGEST_NAME = 100;

/** The clauses of a line in sentences; none when it says of no guideline that the decision is based on it. */
export function readGuidelineProse(line: Quote): readonly GuidelineClause[] {
  const openings = allMatches(OPENING, line.value);
  return openings.flatMap((opening, i) => {
    const start = opening.index + opening[0].length;
    const sentence = line.value.slice(start, openings[i + 1]?.index);
    const before = line.value.slice(Math.max(0, opening.index - 10), opening.index);
    if (NAMES_NONE.test(sentence) || DENIED.test(before)) return [];
    const length = SENTENCE_END.exec(sentence)?.index ?? sentence.length;
    return partsOf(within(line, start, start + length)).flatMap(clausesOf);
  });
}

interface Part {
  readonly words: Quote;
  /** Whether the letter says that it is part of the MTUS; absent when it does not say. */
  readonly isPart?: boolean;
}

/** What a sentence relies on, cut after each "part of the MTUS". */
function partsOf(reliance: Quote): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const marker of allMatches(PART_OF_MTUS, reliance.value)) {
    parts.push({ words: joined(reliance, from, marker.index), isPart: !marker.groups?.['not'] });
    from = marker.index + marker[0].length;
  }
  // What follows the last "part of the MTUS" is a further guideline only where it is joined to it.
  if (from === 0 || JOINED.test(reliance.value.slice(from)))
    parts.push({ words: joined(reliance, from, reliance.value.length) });
  return parts.filter(({ words }) => /\w/.test(words.value));
}

function joined(reliance: Quote, from: number, to: number): Quote {
  const joint = JOINT.exec(reliance.value.slice(from, to))?.[0].length ?? 0;
  return within(reliance, from + joint, to);
}

/** One clause for each guideline that the words list. */
function clausesOf({ words, isPart }: Part): GuidelineClause[] {
  const { value } = words;
  const clauses: GuidelineClause[] = [];
  let from = 0;
  for (const next of allMatches(NEXT, value)) {
    const start = next.index + next[0].length;
    if (!beginsGuideline(value.slice(start, start + LONGEST_NAME))) continue;
    clauses.push(clauseOf(within(words, from, next.index), isPart));
    from = start;
  }
  return [...clauses, clauseOf(within(words, from, value.length), isPart)];
}

function beginsGuideline(words: string): boolean {
  return sourceBeginning(words) !== undefined || MTUS_TITLE.test(words) || ADDRESS.test(words);
}

/** "Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition …": a title under which the MTUS took a chapter over. */
function beginsSecondEdition(words: string): boolean {
  const title = titleTerms.findAt(words.slice(0, LONGEST_NAME), 0)?.value;
  return (
    title !== undefined &&
    !title.isPlain &&
    title.guidelines.every((one) => one.title.acoemChapter !== undefined)
  );
}

/** A name tells more than what the sentence says of all that it lists: ODG is never the MTUS's. */
function clauseOf(words: Quote, isPart: boolean | undefined): GuidelineClause {
  const { value } = words;
  const name = MTUS_NAME.exec(value)?.[0].length ?? 0;
  const source = sourceBeginning(value.slice(0, LONGEST_NAME))?.name;
  const isOther = ADDRESS.test(value) || (source !== undefined && source !== 'MTUS' && source !== 'ACOEM');
  const isMtus = name > 0 || (!isOther && (isPart ?? (MTUS_TITLE.test(value) || beginsSecondEdition(value))));
  const named = isMtus && name < value.length ? within(words, name, value.length) : words;
  return { isMtus, opening: words, words: named };
}
