import { odgChapter, odgChapters, odgTopic, odgTopicNames, odgTopicSpellings } from './catalogue.js';
import { withoutLocators } from './locators.js';
import { anyOf, fold } from './names.js';

/** Chapters that are named together with the topics that follow them; a part without chapters is topics alone. */
export interface OdgPart {
  readonly chapters: readonly string[];
  readonly topics: readonly string[];
  /** Offsets in the words that were read. */
  readonly start: number;
  readonly end: number;
}

const names = odgChapters.flatMap((chapter) => [chapter.name, ...chapter.titles]);
const FULL_TITLE = anyOf(names.filter((name) => fold(name).includes(' ')));
const SHORT_NAME = anyOf([
  ...names.filter((name) => !fold(name).includes(' ')),
  ...odgChapters.flatMap((chapter) => chapter.shortNames),
]);
const JOINT = String.raw`\s*(?:\band\b|&)\s*`;
const CHAPTER_WORD = String.raw`(?:chapters?|sections?|subheading|procedure\s+summary)\b`;
const TOPIC = anyOf([...odgTopicSpellings]);
/**
 * A short name means a chapter only when it stands alone between separators, or right before a whole topic of the
 * catalogue: "Knee - PRP" and "Shoulder MRI", not "Shoulder impingement" nor "MRI knee".
 */
const STANDS_ALONE = String.raw`(?=\s*(?:$|[,;:/.()'"’”]|-|${CHAPTER_WORD}|${JOINT}(?:${FULL_TITLE}|${SHORT_NAME})|${TOPIC}\s*(?:$|[,;.])))`;
const CHAPTER = new RegExp(
  String.raw`(?<=(?:^-?|[,;:/.('"‘“]|\s-|\band\b|&|\bchapters?:?|\bon)\s*)(?<name>${FULL_TITLE}|${SHORT_NAME}${STANDS_ALONE})(?<word>['"’”]?\s*${CHAPTER_WORD})?`,
  'gi',
);

/** "Work conditioning, work hardening" is one topic: only the catalogue tells. */
const TOPIC_WITH_COMMA = new RegExp(`(${anyOf(odgTopicNames.filter((name) => name.includes(',')))})`, 'i');

/** Words that say which copy of the Guidelines was looked at, or go with a name, and name nothing themselves. */
const NOISE = new RegExp(
  [
    String.raw`\(\s*(?:acute|chronic)(?:\s*(?:&|and|\/)\s*chronic)?\s*\)`,
    String.raw`\(?\b(?:last\s+)?(?:updated|accessed|revised)[\s:]*[\d/.-]+\)?`,
    String.raw`\(?\b(?:online|web|current|internet)\s+(?:version|edition)\)?`,
    String.raw`\(web\)`,
    String.raw`\(?\b\d{1,2}(?:st|nd|rd|th)\s+(?:annual\s+)?edition\)?`,
    String.raw`\bTreatment\s+Integrated\s+Treatment\/Disability\s+Duration\s+Guidelines\b`,
    String.raw`\bIntegrated\s+Treatment\/Disability\s+Duration\s+Guidelines\b`,
    String.raw`\bTreatment\s+in\s+Workers[’']?\s+Comp(?:ensation)?\b`,
    String.raw`\bTreatment\s+Index\b`,
    String.raw`\bProcedure\s+Summary\b`,
    String.raw`\bIndications\s+for\s+imaging\b`,
    String.raw`\bCriteria\s+for(?:\s+the)?(?:\s+use\s+of)?\b(?!\s*[,;.])`,
    String.raw`\b(?:topics?|subheadings?|subsection)\b:?`,
    String.raw`\(?\b\d{1,2}\/\d{1,2}\/(?:\d\d){1,2}\b\)?`,
    String.raw`\(?(?<![\d.])(?:19|20)\d\d(?![\d.])\)?`,
  ].join('|'),
  'gi',
);

const UNMISTAKABLE = new RegExp(
  String.raw`^(?:${FULL_TITLE}|(?:low|lower|upper)\s+back\b|${SHORT_NAME}\s*(?:${CHAPTER_WORD}|\(\s*(?:acute|chronic)\b))`,
  'i',
);

/** Whether words without "ODG" begin with what can be nothing but one of its chapters. */
export function beginsWithOdgChapter(words: string): boolean {
  return UNMISTAKABLE.test(words);
}

/** Reads what follows "Official Disability Guidelines": chapters and topics, in many orders and spellings. */
export function readOdg(words: string): readonly OdgPart[] {
  const plain = withoutLocators(words).replace(NOISE, (noise) => ' '.repeat(noise.length));
  const groups = groupChapters(plain);
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
function groupChapters(plain: string): Group[] {
  const groups: Group[] = [];
  for (const match of plain.matchAll(CHAPTER)) {
    const name = match.groups?.['name'] ?? '';
    const chapter = odgChapter(name)?.name;
    if (chapter === undefined) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const last = groups.at(-1);
    const between = last ? plain.slice(last.end, start) : '';
    if (last && /^(?:[\s,/&]|\band\b)*$/i.test(between)) {
      last.chapters.push(chapter);
      last.end = end;
    } else if (
      !last ||
      match.groups?.['word'] ||
      new RegExp(`^${FULL_TITLE}$`, 'i').test(name) ||
      /;\s*$/.test(between)
    ) {
      groups.push({ chapters: [chapter], start, end });
    }
  }
  return groups;
}

/** Splits at separators outside of parentheses; each topic gets the catalogue's name where it has one. */
function splitOdgTopics(words: string): string[] {
  const chunks = words
    .split(TOPIC_WITH_COMMA)
    .flatMap((part, i) => (i % 2 === 1 ? [part] : splitOutsideParentheses(part)))
    .map(tidy);
  return [...new Set(chunks.filter((chunk) => /[a-z]{2}/i.test(chunk)).map(odgTopic))];
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

/** Without the joints and quotation marks around a topic, and without parentheses around the whole. */
function tidy(chunk: string): string {
  const bare = chunk
    .replace(/\s+/g, ' ')
    .replace(/(?:[\s'"‘“’”/.,&-]|\band$)+$/i, '')
    .replace(
      /^(?:[\s'"‘“’”/.,&-]|\b(?:and|the|under|regarding|chapter|section|complaints|guidelines?)\b(?=\s|$))+/i,
      '',
    );
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}
