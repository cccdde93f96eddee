import { mtusTitles, odgChapters, spellings } from './catalogue.js';
import { PAGE_LIST, PAGE_WORD, TABLE } from './locators.js';
import { anyOf, fold } from './names.js';

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
export const MTUS_ALONE = String.raw`${anyOf(['Chronic Pain Medical Treatment', 'Acupuncture Medical Treatment', 'Postsurgical Treatment'])}(?=\s+Guidelines?\b)`;
const SOURCE = new RegExp(
  String.raw`(?<!non-\s?)\b(?:(?<mtus>${MTUS})|(?<odg>${ODG})|(?<acoem>${ACOEM})|(?<alone>${MTUS_ALONE}))`,
  'gi',
);

const titleSpellings = mtusTitles.flatMap(spellings);
/** "Chronic Pain", "Opioids": names that begin a longer one, or are plain words, need "Guidelines" or the like after them. */
const isPlain = (name: string) =>
  !fold(name).includes(' ') || titleSpellings.some((other) => fold(other).startsWith(`${fold(name)} `));
const FULL_TITLE = anyOf(titleSpellings.filter((name) => !isPlain(name)));
const PLAIN_TITLE = String.raw`${anyOf(titleSpellings.filter(isPlain))}(?=['"’”]?\s+(?:chapter|complaints|guidelines?)\b)`;
const odgTitles = odgChapters.flatMap((chapter) => [chapter.name, ...chapter.titles]);
const ODG_TITLE = anyOf(odgTitles.filter((name) => fold(name).includes(' ')));
const ODG_SHORT_NAME = anyOf(odgChapters.flatMap((chapter) => [chapter.name, ...chapter.shortNames]));

const OPEN_QUOTE = String.raw`['"‘“]?`;
const CLOSE_QUOTE = String.raw`(?:\s*\((?:acute|chronic)[^)]*\))?['"’”]?`;
const CHAPTER_OF = String.raw`chapter:?\s*(?:on\s+)?${OPEN_QUOTE}`;
const LINK = String.raw`[\s,;:()/'"‘“’”-]*(?:\b(?:in|on|of|from|the|and|at|for|its|titled?)\b[\s,:('"‘“]*)*`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`;
/** What may stand beside a source's name; each is tried in turn until none follows. */
const LOCATORS = [
  String.raw`(?:practice\s+)?guidelines?\b`,
  String.raw`(?<!\band\s+)ACOEM\b`,
  String.raw`chapters?:?\s*(?<number>\d{1,2})\b`,
  String.raw`\(?(?:(?:effective|revised)\s+)?(?:${MONTH}\s+(?:\d{1,2},\s+)?)?(?<year>(?:19|20)\d\d)\b\)?`,
  TABLE,
  String.raw`${PAGE_WORD}${PAGE_LIST}(?:\s+of\s+\d+)?`,
  String.raw`(?<acoemEdition>(?:2nd|second|3rd|third)\s+ed(?:ition\b|\.)?)`,
  String.raw`(?:${CHAPTER_OF})?(?<title>${FULL_TITLE}|${PLAIN_TITLE})['"’”]?(?:\s+(?:chapter|complaints|guidelines?)\b)*`,
  String.raw`(?:${CHAPTER_OF})?(?<chapter>${ODG_TITLE})${CLOSE_QUOTE}(?:\s+(?:chapter|section)\b)?`,
  String.raw`(?<chapter>${ODG_SHORT_NAME})${CLOSE_QUOTE}\s+(?:chapter|section)\b`,
  String.raw`${CHAPTER_OF}(?<chapter>${ODG_SHORT_NAME})${CLOSE_QUOTE}`,
  String.raw`(?:topics?|sections?):?\s*['"‘“](?<topic>[^'"’”]{2,80})['"’”]`,
].map((locator) => new RegExp(LINK + locator, 'iy'));
/** Locators before the name: "page 82 of the", "Chapter 8 of". */
const BEFORE = new RegExp(
  String.raw`(?:(?:${TABLE}|${PAGE_WORD}${PAGE_LIST}|\bchapters?\s*(?<number>\d{1,2}))[\s,]*(?:\b(?:and|on|in|of)\b\s*)*)+(?:of|in|from)\s+(?:the\s+)?$`,
  'i',
);
const BEFORE_WINDOW = 80;

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

function readBefore(text: string, from: number, to: number): { start: number; said: Said } {
  const match = BEFORE.exec(text.slice(from, to));
  return { start: to - (match?.[0].length ?? 0), said: saidIn(match) };
}

function readAfter(text: string, from: number): { end: number; said: Said } {
  let end = from;
  let said: Said = {};
  for (let match = nextLocator(text, end); match; match = nextLocator(text, end)) {
    end += match[0].length;
    said = { ...saidIn(match), ...said };
  }
  return { end, said };
}

function nextLocator(text: string, at: number): RegExpExecArray | null {
  for (const locator of LOCATORS) {
    locator.lastIndex = at;
    const match = locator.exec(text);
    if (match) return match;
  }
  return null;
}

function saidIn(match: RegExpExecArray | null): Said {
  const groups: Record<string, string | undefined> = match?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
}
