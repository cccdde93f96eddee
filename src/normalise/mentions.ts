import { ODG_IN_FULL, odgChapterNames, odgChapterTerms } from './catalogue.js';
import { PAGE_LIST, PAGE_WORD, TABLE } from './locators.js';
import { fold } from './names.js';
import { allMatches, lengthAt, matchAt } from './patterns.js';
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
const ODG = String.raw`${ODG_IN_FULL}(?:\s*\(ODG\))?|ODG(?:[\s-]TWC)?\b`;
const ACOEM = String.raw`american\s+college\s+of\s+occupational\s+and\s+environmental\s+medicine(?:\s*\(ACOEM\))?|ACOEM`;
/** Source of a pattern for titles that can be nothing but the MTUS's, also where it is not named. For flag `i`. */
export const MTUS_ALONE = String.raw`(?:chronic\s+pain\s+medical\s+treatment|acupuncture\s+(?:medical\s+)?treatment|post-?\s?surgical\s+treatment)(?=\s+guidelines?\b)`;
const SOURCE = new RegExp(
  String.raw`\b(?<!non-|non-\s)(?:(${MTUS})|(${ODG})|(${ACOEM})|(${MTUS_ALONE}))`,
  'gi',
);

const MTUS_NAMED = new RegExp(MTUS, 'i');

const EDITION = String.raw`((?:2nd|second|3rd|third)\s+ed(?:ition\b|\.)?)`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`;
/** What joins a locator to the words before it. */
const LINK =
  /(?:['’]s\b)?[\s,;:()/'"‘“’”-]*(?:\b(?:in|on|of|from|the|and|at|for|its|titled?)\b[\s,:('"‘“]*)*/iy;
/** "notes on page 607" */
const SAYS = String.raw`(?:(?:(?:further|also)\s+)?(?:notes?|states?|acknowledges?|indicates?|says|stipulates?|recommends?)\s+(?:further\s+)?(?:on|at)\s+)?`;
/** Which copy of the ODG was looked at. */
const COPY = String.raw`(?:treatment\s+in\s+workers?[’']?s?\s+comp(?:ensation)?|treatment\s+index|by\s+MCG|\d{1,2}(?:st|nd|rd|th)\s+(?:annual\s+)?edition(?:\s*\(web\))?|(?:online|web(?:-based)?|current|internet)\s+(?:version|edition))\b\)?`;
/** What may stand beside a source's name. */
const PHRASE = new RegExp(
  [
    String.raw`(?:(?:occupational\s+medicine\s+)?practice\s+)?guidelines?\b`,
    String.raw`(?<=\b(?:of|in) (?:the )?)(?:${MTUS})`,
    String.raw`(?<!\band\s+)ACOEM\b`,
    String.raw`chapters?:?\s*(\d{1,2})\b`,
    String.raw`\(?(?:(?:effective|revised)\s+)?(?:${MONTH}\s+(?:\d{1,2},\s+)?)?((?:19|20)\d\d)\b\)?`,
    TABLE,
    String.raw`${SAYS}${PAGE_WORD}${PAGE_LIST}(?:\s+of\s+\d+)?`,
    EDITION,
    String.raw`(?:topics?|sections?):?\s*['"‘“]([^'"’”]{2,80})['"’”]`,
    COPY,
  ].join('|'),
  'iy',
);
const SAID_IN_PHRASE = ['number', 'year', 'acoemEdition', 'topic'] as const;
const CHAPTER_OF = /chapter:?\s*(?:on\s+)?['"‘“]?/iy;
const TITLE_WORDS = /['"’”]?(?:\s+(?:chapter|complaints|guidelines?)\b)*/iy;
const TITLE_WORD = /['"’”]?\s+(?:chapter|complaints|guidelines?)\b/iy;
const CLOSE_QUOTE = /(?:\s*\((?:acute|chronic)[^)]{0,40}\))?['"’”]?/iy;
const CHAPTER_WORD = /\s+(?:chapter|section)\b/iy;
const ENDS_APART = /\s*(?:[):;]|,(?!\s*(?:and|or)\b))/iy;
/** Chapters that are named without "chapter". */
const NAMED_ALONE = 'Preface';
/** Locators before the name: "page 82 of the", "Chapter 8 of", "Third Edition", "Chronic Pain". */
const BEFORE = new RegExp(
  String.raw`(?:(?:${TABLE}|${PAGE_WORD}${PAGE_LIST}|\bchapters?\s*(\d{1,2}))[\s,]*(?:\b(?:and|on|in|of)\b\s*)*)+(?:of|in|from)\s+(?:the\s+)?$|\b${EDITION}\s+(?:of\s+)?(?:the\s+)?$`,
  'i',
);
const SAID_BEFORE = ['number', 'acoemEdition'] as const;
const BEFORE_WINDOW = 80;
/** What may join a chapter's or a title's name to the source after it; most mentions have other words before them. */
const NAME_JOINT = /(?:\b(?:of|in|from|within)\s+(?:the\s+)?|[(,]\s*(?:the\s+)?)$/i;
const CHAPTER_OF_SOURCE =
  /^['"’”]?(?:\s*\((?:acute|chronic)[^)]{0,20}\))?\s*(?:chapter|section)\s+(?:of|in|from|within)\s/i;
const TITLE_OF_SOURCE =
  /^['"’”]?(?:\s+(?:chapter|section|guidelines?)\b)?[\s,(]*(?:(?:of|in|from|within)\s+)?(?:the\s+)?$/i;
const AFTER_WINDOW = 150;
const FIRST_WORD = /[a-z0-9]+/iy;
/** With what titles and chapters begin; after most mentions stands none of it. */
const NAME_STARTS = new Set(
  ['chapter', ...titleNames, ...odgChapterNames].map((name) => fold(name).split(' ', 1)[0] ?? ''),
);

/** Every mention of a guideline's source, in the order of the text; they do not overlap. */
export function findMentions(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const match of allMatches(SOURCE, text)) {
    const previousEnd = mentions.at(-1)?.end ?? 0;
    if (match.index < previousEnd) continue;
    const [, , odg, acoem, alone] = match;
    const after = readAfter(text, alone === undefined ? match.index + match[0].length : match.index, !!odg);
    const before = readBefore(text, Math.max(previousEnd, match.index - BEFORE_WINDOW), match.index, !!odg);
    mentions.push({
      source: odg ? 'ODG' : acoem ? 'ACOEM' : 'MTUS',
      isTitleAlone: alone !== undefined && !MTUS_NAMED.test(text.slice(match.index, after.end)),
      words: text.slice(before.start, after.end),
      start: before.start,
      end: after.end,
      said: before.said === NOTHING_SAID ? after.said : { ...before.said, ...after.said },
    });
  }
  return mentions;
}

const NOTHING_SAID: Said = {};

interface Read {
  readonly end: number;
  readonly said: Said;
}

function readBefore(text: string, from: number, to: number, isOdg: boolean): { start: number; said: Said } {
  const window = text.slice(from, to);
  const match = BEFORE.exec(window);
  const name = match ? undefined : nameBefore(window, isOdg);
  if (name) return { start: from + name.start, said: name.said };
  return { start: to - (match?.[0].length ?? 0), said: saidIn(match, SAID_BEFORE) };
}

/** "Low Back chapter of the ODG", "Low Back Complaints (ACOEM Guidelines)". */
function nameBefore(window: string, isOdg: boolean): { start: number; said: Said } | undefined {
  if (!NAME_JOINT.test(window)) return undefined;
  if (isOdg) {
    const chapter = odgChapterTerms.findAll(window).at(-1);
    if (!chapter || !CHAPTER_OF_SOURCE.test(window.slice(chapter.end))) return undefined;
    return { start: chapter.start, said: { chapter: window.slice(chapter.start, chapter.end) } };
  }
  const title = titleTerms.findAll(window, ({ value }) => !value.isPlain).at(-1);
  if (!title || !TITLE_OF_SOURCE.test(window.slice(title.end))) return undefined;
  return { start: title.start, said: { title: window.slice(title.start, title.end) } };
}

function readAfter(text: string, from: number, isOdg: boolean): Read {
  let end = from;
  let said = NOTHING_SAID;
  for (let next = nextLocator(text, end, isOdg); next; next = nextLocator(text, end, isOdg)) {
    end = next.end;
    if (next.said !== NOTHING_SAID) said = { ...next.said, ...said };
  }
  return { end, said };
}

function nextLocator(text: string, from: number, isOdg: boolean): Read | undefined {
  const at = from + lengthAt(LINK, text, from);
  if (at >= text.length) return undefined;
  const match = matchAt(PHRASE, text, at);
  if (match) return { end: at + match[0].length, said: saidIn(match, SAID_IN_PHRASE) };
  const first = text.slice(at, at + lengthAt(FIRST_WORD, text, at)).toLowerCase();
  if (!NAME_STARTS.has(first)) return undefined;
  const isApart = isOdg && /[,:(-]/.test(text.slice(from, at));
  const named = nameIn(text.slice(at, at + AFTER_WINDOW), isApart);
  return named && { end: at + named.end, said: named.said };
}

/**
 * A title or a chapter by name, at the start of the words.
 * @param isApart whether they follow punctuation: then "Shoulder)" and "Pain," are chapters, and not words of the sentence
 */
function nameIn(window: string, isApart: boolean): Read | undefined {
  const words = wordsOf(window);
  const of = words.words[0] === 'chapter' ? lengthAt(CHAPTER_OF, window, 0) : 0;
  const title = titleTerms.findAt(
    words,
    of,
    ({ value, end }) => !value.isPlain || lengthAt(TITLE_WORD, window, end) > 0,
  );
  if (title) {
    const said = { title: window.slice(of, title.end) };
    return { end: title.end + lengthAt(TITLE_WORDS, window, title.end), said };
  }
  const chapter = odgChapterTerms.findAt(words, of);
  if (!chapter) return undefined;
  const quoteEnd = chapter.end + lengthAt(CLOSE_QUOTE, window, chapter.end);
  const wordLength = lengthAt(CHAPTER_WORD, window, quoteEnd);
  const isNamed =
    chapter.value.isTitle ||
    of > 0 ||
    wordLength > 0 ||
    chapter.value.chapter.name === NAMED_ALONE ||
    (isApart && /^[A-Z]/.test(window) && lengthAt(ENDS_APART, window, quoteEnd) > 0);
  return isNamed
    ? { end: quoteEnd + wordLength, said: { chapter: window.slice(of, chapter.end) } }
    : undefined;
}

/** What the groups of a match say, in the order in which the pattern has them. */
function saidIn(match: RegExpExecArray | null, groups: readonly (keyof Said)[]): Said {
  if (!match) return NOTHING_SAID;
  let said: Said | undefined;
  for (let i = 0; i < groups.length; i++) {
    const [name, words] = [groups[i], match[i + 1]];
    if (name !== undefined && words !== undefined) (said ??= {})[name] = words;
  }
  return said ?? NOTHING_SAID;
}
