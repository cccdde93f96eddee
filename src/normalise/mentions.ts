import { odgChapterTerms } from './catalogue.js';
import { PAGE_LIST, PAGE_WORD, TABLE } from './locators.js';
import { TermIndex, wordsOf } from './term-index.js';
import { titleTerms } from './titles.js';

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
const SOURCE = new RegExp(
  String.raw`(?<!non-\s?)\b(?:(?<mtus>${MTUS})|(?<odg>${ODG})|(?<acoem>${ACOEM})|(?<alone>${MTUS_ALONE}))`,
  'gi',
);

const EDITION = String.raw`(?<acoemEdition>(?:2nd|second|3rd|third)\s+ed(?:ition\b|\.)?)`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`;
/** What joins a locator to the words before it. */
const LINK = /[\s,;:()/'"‘“’”-]*(?:\b(?:in|on|of|from|the|and|at|for|its|titled?)\b[\s,:('"‘“]*)*/iy;
/** What may stand beside a source's name; each is tried in turn until none follows. */
const PHRASES = [
  String.raw`(?:practice\s+)?guidelines?\b`,
  String.raw`(?<!\band\s+)ACOEM\b`,
  String.raw`chapters?:?\s*(?<number>\d{1,2})\b`,
  String.raw`\(?(?:(?:effective|revised)\s+)?(?:${MONTH}\s+(?:\d{1,2},\s+)?)?(?<year>(?:19|20)\d\d)\b\)?`,
  TABLE,
  String.raw`${PAGE_WORD}${PAGE_LIST}(?:\s+of\s+\d+)?`,
  EDITION,
  String.raw`(?:topics?|sections?):?\s*['"‘“](?<topic>[^'"’”]{2,80})['"’”]`,
].map((phrase) => new RegExp(phrase, 'iy'));
const CHAPTER_OF = /chapter:?\s*(?:on\s+)?['"‘“]?/iy;
const TITLE_WORDS = /['"’”]?(?:\s+(?:chapter|complaints|guidelines?)\b)*/iy;
const TITLE_WORD = /['"’”]?\s+(?:chapter|complaints|guidelines?)\b/iy;
const CLOSE_QUOTE = /(?:\s*\((?:acute|chronic)[^)]{0,40}\))?['"’”]?/iy;
const CHAPTER_WORD = /\s+(?:chapter|section)\b/iy;
/** Chapters that are named without "chapter". */
const NAMED_ALONE = 'Preface';
/** Locators before the name: "page 82 of the", "Chapter 8 of", "Third Edition", "Chronic Pain". */
const BEFORE = new RegExp(
  String.raw`(?:(?:${TABLE}|${PAGE_WORD}${PAGE_LIST}|\bchapters?\s*(?<number>\d{1,2}))[\s,]*(?:\b(?:and|on|in|of)\b\s*)*)+(?:of|in|from)\s+(?:the\s+)?$|\b${EDITION}\s+(?:of\s+)?(?:the\s+)?$`,
  'i',
);
const BEFORE_WINDOW = 80;
const AFTER_WINDOW = 150;
/** First words of names and of "chapter"; after most mentions comes none of them. */
const CHAPTER_STARTS = new TermIndex([['chapter', true]]);

/** Every mention of a guideline's source, in the order of the text; they do not overlap. */
export function findMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(SOURCE)) {
    const previousEnd = mentions.at(-1)?.end ?? 0;
    if (match.index < previousEnd) continue;
    const { odg, acoem, alone } = match.groups ?? {};
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

interface Read {
  readonly end: number;
  readonly said: Said;
}

function readBefore(text: string, from: number, to: number): { start: number; said: Said } {
  const match = BEFORE.exec(text.slice(from, to));
  return { start: to - (match?.[0].length ?? 0), said: saidIn(match) };
}

function readAfter(text: string, from: number): Read {
  let end = from;
  let said: Said = {};
  for (let next = nextLocator(text, end); next; next = nextLocator(text, end)) {
    end = next.end;
    said = { ...next.said, ...said };
  }
  return { end, said };
}

function nextLocator(text: string, from: number): Read | undefined {
  const at = from + lengthOf(LINK, text, from);
  if (at >= text.length) return undefined;
  for (const phrase of PHRASES) {
    phrase.lastIndex = at;
    const match = phrase.exec(text);
    if (match) return { end: at + match[0].length, said: saidIn(match) };
  }
  const window = text.slice(at, at + AFTER_WINDOW);
  const named = nameIn(window);
  return named && { end: at + named.end, said: named.said };
}

/** A title or a chapter by name, at the start of the words. */
function nameIn(window: string): Read | undefined {
  const words = wordsOf(window);
  const of = CHAPTER_STARTS.findAt(words, 0) ? lengthOf(CHAPTER_OF, window, 0) : 0;
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

function saidIn(match: RegExpExecArray | null): Said {
  const groups: Record<string, string | undefined> = match?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
