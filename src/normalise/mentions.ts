import { odgChapterNames, odgChapterTerms } from './catalogue.js';
import { PAGE_LIST, PAGE_WORD, TABLE } from './locators.js';
import { fold } from './names.js';
import { wordsOf } from './term-index.js';
import { titleNames, titleTerms } from './titles.js';

/*
 * A rationale names guidelines in running text: "the MTUS Guideline in ACOEM Chapter 8, Table 8-8, page 182", "page 82
 * of the MTUS Chronic Pain Medical Treatment Guidelines", "ODG Guidelines, chapter 'Neck and Upper Back' and topic 'MRI'".
 * A mention is a source's name with the locators that touch it on either side.
 */

/** A guideline's source as named in running text, with what is said of the place in it. */
export interface Mention {
  readonly source: 'MTUS' | 'ODG' | 'ACOEM';
  /** True when only a title is named, that can be no other source's. */
  readonly isTitleAlone: boolean;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly said: Said;
}

/** As written; absent when not said. */
export type Said = Partial<
  Record<'number' | 'year' | 'title' | 'chapter' | 'topic' | 'acoemEdition', string>
>;

const MTUS = String.raw`(?:(?:california|CA)[\s-]+)?(?:medical\s+treatment\s+utilization\s+schedule(?:\s*\(MTUS\))?|MTUS)(?:[\s/-]+(?:\(MTUS\)|ACOEM))*`;
const ODG = String.raw`official\s+disability\s+guidelines?(?:\s*\(ODG\))?|ODG(?:-TWC)?\b`;
const ACOEM = String.raw`american\s+college\s+of\s+occupational\s+and\s+environmental\s+medicine(?:\s*\(ACOEM\))?|ACOEM`;
/** Source of a pattern for titles that can be nothing but the MTUS's, also where it is not named. For flag `i`. */
export const MTUS_ALONE = String.raw`(?:chronic\s+pain\s+medical\s+treatment|acupuncture\s+medical\s+treatment|post-?\s?surgical\s+treatment)(?=\s+guidelines?\b)`;
const SOURCE = new RegExp(String.raw`(?<!non-\s?)\b(?:(${MTUS})|(${ODG})|(${ACOEM})|(${MTUS_ALONE}))`, 'gi');

const EDITION = String.raw`((?:2nd|second|3rd|third)\s+ed(?:ition\b|\.)?)`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`;
/** What joins a locator to the words before it. */
const LINK = /[\s,;:()/'"‘“’”-]*(?:\b(?:in|on|of|from|the|and|at|for|its|titled?)\b[\s,:('"‘“]*)*/iy;
/** "notes on page 607" */
const SAYS = String.raw`(?:(?:(?:further|also)\s+)?(?:notes?|states?|acknowledges?|indicates?|says|stipulates?|recommends?)\s+(?:further\s+)?(?:on|at)\s+)?`;
/** What may stand beside a source's name. */
const PHRASE = new RegExp(
  [
    String.raw`(?:practice\s+)?guidelines?\b`,
    String.raw`(?<!\band\s+)ACOEM\b`,
    String.raw`chapters?:?\s*(\d{1,2})\b`,
    String.raw`\(?(?:(?:effective|revised)\s+)?(?:${MONTH}\s+(?:\d{1,2},\s+)?)?((?:19|20)\d\d)\b\)?`,
    TABLE,
    String.raw`${SAYS}${PAGE_WORD}${PAGE_LIST}(?:\s+of\s+\d+)?`,
    EDITION,
    String.raw`(?:topics?|sections?):?\s*['"‘“]([^'"’”]{2,80})['"’”]`,
  ].join('|'),
  'iy',
);
const SAID_IN_PHRASE = ['number', 'year', 'acoemEdition', 'topic'] as const;
const CHAPTER_OF = /chapter:?\s*(?:on\s+)?['"‘“]?/iy;
const TITLE_WORDS = /['"’”]?(?:\s+(?:chapter|complaints|guidelines?)\b)*/iy;
const TITLE_WORD = /['"’”]?\s+(?:chapter|complaints|guidelines?)\b/iy;
const CLOSE_QUOTE = /(?:\s*\((?:acute|chronic)[^)]{0,40}\))?['"’”]?/iy;
const CHAPTER_WORD = /\s+(?:chapter|section)\b/iy;
/** Chapters that are named without "chapter". */
const NAMED_ALONE = 'Preface';
/** Locators before the name: "page 82 of the", "Chapter 8 of", "Third Edition", "Chronic Pain". */
const BEFORE = new RegExp(
  String.raw`(?:(?:${TABLE}|${PAGE_WORD}${PAGE_LIST}|\bchapters?\s*(\d{1,2}))[\s,]*(?:\b(?:and|on|in|of)\b\s*)*)+(?:of|in|from)\s+(?:the\s+)?$|\b${EDITION}\s+(?:of\s+)?(?:the\s+)?$`,
  'i',
);
const SAID_BEFORE = ['number', 'acoemEdition'] as const;
const BEFORE_WINDOW = 80;
const AFTER_WINDOW = 150;
const FIRST_WORD = /[a-z0-9]+/iy;
/** With what titles and chapters begin; after most mentions stands none of it. */
const NAME_STARTS = new Set(
  ['chapter', ...titleNames, ...odgChapterNames].map((name) => fold(name).split(' ', 1)[0] ?? ''),
);

/** Every mention of a guideline's source, in the order of the text; they do not overlap. */
export function findMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(SOURCE)) {
    const previousEnd = mentions.at(-1)?.end ?? 0;
    if (match.index < previousEnd) continue;
    const [, , odg, acoem, alone] = match;
    const after = readAfter(text, alone === undefined ? match.index + match[0].length : match.index);
    const before = readBefore(text, Math.max(previousEnd, match.index - BEFORE_WINDOW), match.index);
    mentions.push({
      source: odg ? 'ODG' : acoem ? 'ACOEM' : 'MTUS',
      isTitleAlone: alone !== undefined,
      words: text.slice(before.start, after.end),
      start: before.start,
      end: after.end,
      said: { ...before.said, ...after.said },
    });
  }
  return mentions;
}

const NOTHING_SAID: Said = {};

interface Read {
  readonly end: number;
  readonly said: Said;
}

function readBefore(text: string, from: number, to: number): { start: number; said: Said } {
  const match = BEFORE.exec(text.slice(from, to));
  return { start: to - (match?.[0].length ?? 0), said: saidIn(match, SAID_BEFORE) };
}

function readAfter(text: string, from: number): Read {
  let end = from;
  let said = NOTHING_SAID;
  for (let next = nextLocator(text, end); next; next = nextLocator(text, end)) {
    end = next.end;
    if (next.said !== NOTHING_SAID) said = { ...next.said, ...said };
  }
  return { end, said };
}

function nextLocator(text: string, from: number): Read | undefined {
  const at = from + lengthOf(LINK, text, from);
  if (at >= text.length) return undefined;
  PHRASE.lastIndex = at;
  const match = PHRASE.exec(text);
  if (match) return { end: at + match[0].length, said: saidIn(match, SAID_IN_PHRASE) };
  FIRST_WORD.lastIndex = at;
  const first = FIRST_WORD.exec(text)?.[0].toLowerCase();
  if (first === undefined || !NAME_STARTS.has(first)) return undefined;
  const named = nameIn(text.slice(at, at + AFTER_WINDOW));
  return named && { end: at + named.end, said: named.said };
}

/** A title or a chapter by name, at the start of the words. */
function nameIn(window: string): Read | undefined {
  const words = wordsOf(window);
  const of = words.words[0] === 'chapter' ? lengthOf(CHAPTER_OF, window, 0) : 0;
  const title = titleTerms.findAt(
    words,
    of,
    ({ value, end }) => !value.isPlain || lengthOf(TITLE_WORD, window, end) > 0,
  );
  if (title) {
    const said = { title: window.slice(of, title.end) };
    return { end: title.end + lengthOf(TITLE_WORDS, window, title.end), said };
  }
  const chapter = odgChapterTerms.findAt(words, of);
  if (!chapter) return undefined;
  const quoteEnd = chapter.end + lengthOf(CLOSE_QUOTE, window, chapter.end);
  const wordLength = lengthOf(CHAPTER_WORD, window, quoteEnd);
  const isNamed =
    chapter.value.isTitle || of > 0 || wordLength > 0 || chapter.value.chapter.name === NAMED_ALONE;
  return isNamed
    ? { end: quoteEnd + wordLength, said: { chapter: window.slice(of, chapter.end) } }
    : undefined;
}

/** What the groups of a match say, in the order in which the pattern has them. */
function saidIn(match: RegExpExecArray | null, groups: readonly (keyof Said)[]): Said {
  let said = NOTHING_SAID;
  groups.forEach((name, i) => {
    const words = match?.[i + 1];
    if (words !== undefined) said = { ...said, [name]: words };
  });
  return said;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
