import { lengthAt, matchAt, matchesAt } from './patterns.js';
import { wordsOf, type Words } from './term-index.js';
import { titleTerms, type Guideline } from './titles.js';

/*
 * What follows "Decision based on MTUS", in the wordings of all eras:
 *   Low Back Complaints 2004, Section(s): Special Studies, Summary, and Opioid Treatment 2016.
 *   ACOEM Chapter 12 Low Back Complaints Page(s): Table 12-8, 309, Chronic Pain Medical Treatment Guidelines Page(s): 46.
 *   American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition (2004), Chapter 12, page 303
 * Titles and sections hold commas and "and", so a title is found by the catalogue, or by the year after it.
 */

/** A title as the clause names it; what is left out was not said. */
export interface MtusHead {
  /** Offsets of the title with its number and year. */
  readonly start: number;
  end: number;
  /** Whether ACOEM, or a chapter's number, is named. */
  readonly isAcoem: boolean;
  readonly chapter?: string;
  readonly title?: string;
  /** What the catalogue has under the title's name; absent for a title that it does not know. */
  readonly guidelines?: readonly Guideline[];
  year?: string;
}

const YEAR = String.raw`(?:19|20)\d\d\b`;
const COLLEGE = String.raw`American\s+College\s+of\s+Occupational\s+(?:and|&)\s+Environmental\s+Medicine\b`;
const GUIDELINES = String.raw`(?:[\s,]+(?:Occupational\s+Medicine\s+)?(?:Practice\s+)?Guidelines?\b)?`;
const SECOND_EDITION = String.raw`(?:[\s,]*\(?(?:2nd|second)\s+ed(?:ition\b|\.)?\)?)?(?:[\s,]*\(2004\))?`;
const CHAPTER = String.raw`Chapters?:?\s*(?<chapter>\d{1,2})\b`;
const ACOEM = new RegExp(
  String.raw`(?:${COLLEGE}(?:['’]s)?(?:\s*\(ACOEM\))?|ACOEM\b)${GUIDELINES}${SECOND_EDITION}(?:[\s,]*${CHAPTER})?`,
  'iy',
);
const CHAPTER_ALONE = new RegExp(CHAPTER, 'iy');
/** What stands between a chapter's number and its title. */
const JOINT = /[\s,:()-]{1,3}/y;
/** What shows that a title is cited, and not part of a section. */
const TITLE_MARK = new RegExp(
  String.raw`\s+(?:\(?(?:Revised\s+)?${YEAR}|Guidelines?\b)|\s*(?:,\s*)?(?:Page|Section)\(s\)|[\s,]+(?:pages?|pgs?\.?|pp?\.)\s*\d`,
  'iy',
);
const NOTHING_MORE = /[\s.]*$/y;
const EDITION = new RegExp(
  String.raw`(?:\s+(?:Guidelines?|Chapter)\b)?(?:,?\s+\(?(?:Revised\s+)?(?<year>${YEAR})\)?)?(?:\s+Guidelines?\b)?`,
  'iy',
);
/** A title that the catalogue does not know shows by its year. */
const STRANGE = new RegExp(String.raw`[A-Z][^,:;.]{0,80}?(?=\s+${YEAR})`, 'iy');
/** With what the name of ACOEM or of a chapter begins; most words of a clause are none. */
const ACOEM_WORDS = new Set(['acoem', 'american', 'chapter', 'chapters']);

/** The titles that a clause names, from left to right. */
export function findHeads(clause: string): readonly MtusHead[] {
  const words = wordsOf(clause);
  const heads: MtusHead[] = [];
  let end = 0;
  for (let i = 0; i < words.starts.length; i++) {
    const start = words.starts[i] ?? 0;
    const isFree = start >= end && isPlace(words, i);
    const head = isFree ? (headAt(words, start, i) ?? furtherChapter(words, i, heads.at(-1))) : undefined;
    if (!head) continue;
    heads.push(head);
    end = head.end;
  }
  return heads;
}

/** "Chapters 8, 9 and 12" are as many titles. */
function furtherChapter(
  { text, words, starts, ends }: Words,
  i: number,
  last?: MtusHead,
): MtusHead | undefined {
  const chapter = words[i] ?? '';
  const start = starts[i] ?? 0;
  const end = ends[i] ?? 0;
  if (last?.chapter === undefined || last.title !== undefined || !/^\d{1,2}$/.test(chapter)) return undefined;
  const isList = /^\d|\bchapters/i.test(text.slice(last.start, last.end));
  if (!isList || !/^(?:[\s,&]|\band\b)*$/i.test(text.slice(last.end, start))) return undefined;
  return { start, end, isAcoem: true, chapter };
}

/** A title begins the clause, or follows punctuation or "and". */
function isPlace({ text, words, starts, ends }: Words, i: number): boolean {
  if (i === 0) return starts[0] === 0;
  const isAfterAnd = words[i - 1] === 'and' && text[starts[i - 1] ?? 0] !== '&';
  const between = text.slice(ends[i - 1], starts[i]);
  // Most words have nothing but a space before them.
  if (between === ' ') return isAfterAnd;
  return /[,;.]\s*$/.test(between) || (isAfterAnd && /^\s+$/.test(between));
}

function headAt(words: Words, start: number, i: number): MtusHead | undefined {
  const named =
    acoemAt(words, start, i) ??
    titleAt(words, start) ??
    titleAfterYear(words, start, i) ??
    strangeAt(words, start, i);
  if (!named) return undefined;
  const edition = matchAt(EDITION, words.text, named.end);
  const year = edition?.groups?.['year'];
  named.end += edition?.[0].length ?? 0;
  if (year) named.year = year;
  return named;
}

function acoemAt(words: Words, start: number, i: number): MtusHead | undefined {
  if (!ACOEM_WORDS.has(words.words[i] ?? '')) return undefined;
  const found = matchAt(ACOEM, words.text, start) ?? matchAt(CHAPTER_ALONE, words.text, start);
  if (!found) return undefined;
  const chapter = found.groups?.['chapter'];
  const end = start + found[0].length;
  const joint = lengthAt(JOINT, words.text, end);
  const after = joint > 0 ? titleTerms.findAt(words, end + joint) : undefined;
  const title =
    after && isNext(words.text.slice(end, end + joint), after.value.guidelines) ? undefined : after;
  return {
    start,
    isAcoem: true,
    ...(chapter ? { chapter } : {}),
    ...(title
      ? {
          title: words.text.slice(title.start, title.end),
          guidelines: title.value.guidelines,
          end: title.end,
        }
      : { end }),
  };
}

/** "ACOEM, Postsurgical Treatment Guidelines" are two: ACOEM does not publish the second. */
function isNext(joint: string, guidelines: readonly Guideline[]): boolean {
  return joint.includes(',') && guidelines.every(({ title }) => title.notInAcoem === true);
}

function titleAt(words: Words, start: number): MtusHead | undefined {
  const { text } = words;
  const found = titleTerms.findAt(
    words,
    start,
    ({ end }) => matchesAt(TITLE_MARK, text, end) || (start === 0 && matchesAt(NOTHING_MORE, text, end)),
  );
  if (!found) return undefined;
  const title = text.slice(start, found.end);
  return { start, end: found.end, isAcoem: false, title, guidelines: found.value.guidelines };
}

/** "2009 Chronic Pain Medical Treatment Guidelines". */
function titleAfterYear(words: Words, start: number, i: number): MtusHead | undefined {
  const year = words.words[i] ?? '';
  if (!/^(?:19|20)\d\d$/.test(year)) return undefined;
  const named = titleAt(words, words.starts[i + 1] ?? Infinity);
  return named && { ...named, start, year };
}

function strangeAt({ text, words, ends }: Words, start: number, i: number): MtusHead | undefined {
  const isApart =
    i === 0 ||
    words[i - 1] === 'and' ||
    text
      .slice(ends[i - 1], start)
      .trimEnd()
      .endsWith(';');
  const title = isApart ? matchAt(STRANGE, text, start)?.[0] : undefined;
  return title === undefined ? undefined : { start, end: start + title.length, isAcoem: false, title };
}
