import {
  odgChapterTerms,
  odgTopic,
  odgTopicsWithComma,
  odgTopicTerms,
  type ChapterTerm,
} from './catalogue.js';
import { withoutLocators } from './locators.js';
import { lengthAt, matchesAt } from './patterns.js';
import { wordsOf, type TermMatch, type Words } from './term-index.js';
import { titleTerms } from './titles.js';
import { trimmedLength } from './trim.js';

/** Chapters that are named together with the topics that follow them; a part without chapters is topics alone. */
export interface OdgPart {
  readonly chapters: readonly string[];
  readonly topics: readonly string[];
  /** Offsets in the words that were read. */
  readonly start: number;
  readonly end: number;
}

const CHAPTER_WORD = String.raw`(?:(?:(?:complaints|conditions|disorders)\s+)?(?:chapters?|sections?|subheading|procedure\s+summary)|complaints|conditions|disorders)\b`;
/** "Low Back chapter", "'Shoulder' section", "(Pain) Chapter". */
const WORD_AFTER = new RegExp(String.raw`['"’”)]?\s*${CHAPTER_WORD}`, 'iy');
/** A chapter begins the words, or follows punctuation, a joining word or "chapter". */
const PLACE = /(?:[,;:/.('"‘“&]|\s-|(?<!\w)(?:and|chapters?:?|on))\s*$/i;
const PLACE_WINDOW = 20;
/**
 * A short name means a chapter only when it stands alone between separators, or right before another chapter or a whole
 * topic of the catalogue: "Knee - PRP" and "Shoulder MRI", not "Shoulder impingement" nor "MRI knee".
 */
const STANDS_ALONE = new RegExp(String.raw`\s*(?:$|[,;:/.()'"’”-]|${CHAPTER_WORD})`, 'iy');
const JOINT = /\s*(?:\band\b|&)\s*/iy;
const TOPIC_ENDS = /\s*(?:$|[,;.])/y;

/** Words that say which copy of the Guidelines was looked at, or go with a name, and name nothing themselves. */
const NOISE = new RegExp(
  [
    String.raw`\(\s*(?:acute|chronic)(?:\s*(?:&|and|\/)\s*chronic)?\s*\)`,
    String.raw`\(?\b(?:last\s+)?(?:updated|accessed|revised|review\/update)(?:\s+(?:date|on))?[\s:]*(?:[\d/.-]+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4})\)?`,
    String.raw`\(?\b(?:online|web(?:-based)?|current|internet)\s+(?:version|edition)\)?`,
    String.raw`\(web\)`,
    String.raw`\(?\b\d{1,2}(?:st|nd|rd|th)\s+(?:annual\s+)?edition\)?`,
    String.raw`\b(?:Treatment\s+)?Integrated\s+Treatment\/Disability\s+Duration\s+Guidelines\b`,
    String.raw`\b(?:Treatment\s+in\s+)?Workers?[’']?s?\s+Comp(?:ensation)?\b|\(?\bTWC\b\)?`,
    String.raw`\bLLC\b|\bCorpus\s+Christi,?\s+TX\b|(?:https?:\/\/)?\bwww\.(?:odg|worklossdata|disabilityduration)[\w.-]*(?:\/\S*)?`,
    String.raw`\bTreatment\s+Index\b`,
    String.raw`\bProcedure\s+Summary\b`,
    String.raw`\bIndications\s+for\s+(?:imaging|surgery)\b`,
    String.raw`\bCriteria\s+for(?:\s+the)?(?:\s+use\s+of)?\b(?!\s*[,;.]|\s+(?:the|use)\b)`,
    String.raw`\b(?:topics?|subheadings?|subsection)\b:?`,
    String.raw`\(?\b\d{1,2}\/\d{1,2}\/(?:\d\d){1,2}\b\)?`,
    String.raw`\(?(?<![\d.])(?:19|20)\d\d(?![\d.])\)?`,
  ].join('|'),
  'gi',
);

/** After a short name at the start: what shows that it is a chapter although no "ODG" stands before it. */
const UNMISTAKABLE = new RegExp(String.raw`\s*(?:${CHAPTER_WORD}|\(\s*(?:acute|chronic)\b)`, 'iy');
/** By themselves these words can as well be ACOEM's chapter. */
const BACK = /^(?:low|lower|upper)\s+back\b(?!\s+(?:disorders|complaints)\b)(?=.*\w)/i;

/** Whether words without "ODG" begin with what can be nothing but one of its chapters. */
export function beginsWithOdgChapter(words: string): boolean {
  const start = words.slice(0, 200);
  const found = odgChapterTerms.findAt(
    start,
    0,
    ({ value, end }) => value.isTitle || matchesAt(UNMISTAKABLE, start, end),
  );
  // "Forearm, Wrist, and Hand Complaints" is ACOEM's.
  if (found && (titleTerms.findAt(start, 0)?.end ?? 0) > found.end) return false;
  return found !== undefined || BACK.test(start);
}

/** Reads what follows "Official Disability Guidelines": chapters and topics, in many orders and spellings. */
export function readOdg(words: string): readonly OdgPart[] {
  const plain = withoutLocators(words).replace(NOISE, (noise) => ' '.repeat(noise.length));
  const groups = groupChapters(plain, words);
  if (groups.length === 0)
    return [{ chapters: [], topics: splitOdgTopics(plain), start: 0, end: words.length }];
  return groups.map((group, i) => {
    const end = groups[i + 1]?.start ?? words.length;
    const before = i === 0 ? splitOdgTopics(plain.slice(0, group.start)) : [];
    const topics = [...new Set([...before, ...splitOdgTopics(plain.slice(group.end, end))])];
    return { chapters: [...new Set(group.chapters)], topics, start: i === 0 ? 0 : group.start, end };
  });
}

interface Group {
  chapters: string[];
  start: number;
  end: number;
}

/** Chapters that stand side by side ("Low Back and neck Chapter") share the topics after them. */
function groupChapters(plain: string, words: string): Group[] {
  const groups: Group[] = [];
  for (const { start, end, value } of chaptersIn(plain, words)) {
    const wordLength = lengthAt(WORD_AFTER, plain, end);
    const last = groups.at(-1);
    const between = last ? plain.slice(last.end, start) : '';
    if (last && /^(?:[\s,/&]|\band\b)*$/i.test(between)) {
      last.chapters.push(value.chapter.name);
      last.end = end + wordLength;
    } else if (!last || wordLength > 0 || value.isTitle || between.trimEnd().endsWith(';')) {
      groups.push({ chapters: [value.chapter.name], start, end: end + wordLength });
    }
  }
  return groups;
}

/** @param asWritten the words with what `plain` leaves out: "Low Back (updated 12/27/13)" stands alone. */
function chaptersIn(plain: string, asWritten: string): TermMatch<ChapterTerm>[] {
  const words = wordsOf(plain);
  const found = odgChapterTerms.findAll(
    words,
    (match) =>
      isPlace(plain, match.start) &&
      (match.value.isTitle || matchesAt(STANDS_ALONE, asWritten, match.end) || standsAlone(words, match)),
  );
  // Beside a chapter, "Cervical pillow" is a topic and nothing else.
  return found.length < 2 ? found : found.filter((match) => !beginsTopic(words, match));
}

function beginsTopic(words: Words, { start, end, value }: TermMatch<ChapterTerm>): boolean {
  return !value.isTitle && (odgTopicTerms.findAt(words, start)?.end ?? 0) > end;
}

function isPlace(plain: string, start: number): boolean {
  const before = plain.slice(0, start).trimEnd();
  const isFirst = before === '' || before === '-';
  return (
    isFirst ||
    PLACE.test(before.length < start ? `${before.slice(-PLACE_WINDOW)} ` : before.slice(-PLACE_WINDOW))
  );
}

function standsAlone(words: Words, { end }: TermMatch<ChapterTerm>): boolean {
  const { text } = words;
  if (matchesAt(STANDS_ALONE, text, end)) return true;
  const joint = lengthAt(JOINT, text, end);
  if (joint > 0) return odgChapterTerms.findAt(words, end + joint) !== undefined;
  const topic = odgTopicTerms.findAt(words, end + lengthAt(/\s*/y, text, end), (found) =>
    matchesAt(TOPIC_ENDS, text, found.end),
  );
  return topic !== undefined;
}

/** Splits at separators outside of parentheses; each topic gets the catalogue's name where it has one. */
function splitOdgTopics(words: string): string[] {
  const chunks: string[] = [];
  let at = 0;
  for (const { start, end } of odgTopicsWithComma.findAll(words)) {
    chunks.push(...splitOutsideParentheses(words.slice(at, start)), words.slice(start, end));
    at = end;
  }
  chunks.push(...splitOutsideParentheses(words.slice(at)));
  return [
    ...new Set(
      chunks
        .map(tidy)
        .filter((chunk) => /[a-z]{2}/i.test(chunk))
        .map(odgTopic),
    ),
  ];
}

function splitOutsideParentheses(words: string): string[] {
  const chunks = [''];
  let depth = 0;
  for (const part of words.split(/([,;:()]|\s-\s|\.(?=\s))/)) {
    if (part === '(') depth++;
    if (part === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /^(?:[,;:.]|\s-\s)$/.test(part)) chunks.push('');
    else chunks.push(`${chunks.pop() ?? ''}${part}`);
  }
  return chunks;
}

/** Words before a topic that are no part of it. */
const LEADING =
  /^(?:[\s'"‘“’”/.,&)-]|\b(?:and|the|under|regarding|chapters?|sections?|complaints|guidelines?)\b(?=\s|$))+/i;

/** Without the joints and quotation marks around a topic, and without parentheses around the whole. */
function tidy(chunk: string): string {
  const words = withoutQuotes(chunk);
  const bare = words.slice(LEADING.exec(words)?.[0].length ?? 0).replace(/\s+/g, ' ');
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}

function withoutQuotes(words: string): string {
  let end = trimmedLength(words);
  while (end > 0 && /['"‘“’”/]/.test(words[end - 1] ?? '')) end = trimmedLength(words.slice(0, end - 1));
  return words.slice(0, end);
}
