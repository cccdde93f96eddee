import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import {
  acoemChapter,
  mtusTitle,
  mtusTitles,
  onlyEdition,
  sectionsOf,
  spellings,
  type MtusTitle,
} from './catalogue.js';
import { citation, type Warn } from './citation.js';
import type { Citation, CitationRole } from './determination.js';
import { readPageList } from './locators.js';
import { anyOf, fold } from './names.js';
import { splitTopics } from './topics.js';

/*
 * What follows "Decision based on MTUS", in the wordings of both eras:
 *   Low Back Complaints 2004, Section(s): Special Studies, Summary, and Opioid Treatment 2016.
 *   ACOEM Chapter 12 Low Back Complaints Page(s): Table 12-8, 309, Chronic Pain Medical Treatment Guidelines Page(s): 46.
 * Titles and sections hold commas and "and", so a title is found by the catalogue, or by the year after it.
 */
const TITLE = anyOf(mtusTitles.flatMap(spellings));
const YEAR = String.raw`(?:19|20)\d\d\b`;
const ACOEM_HEAD = String.raw`(?:ACOEM\b(?:\s+(?:Practice\s+)?Guidelines?\b)?|(?=Chapter\s*\d))(?:[\s,]*Chapters?:?\s*(?<chapter>\d{1,2})\b)?(?:[\s,:()-]{1,3}(?<chapterTitle>${TITLE}))?`;
const TITLE_HEAD = String.raw`(?<title>${TITLE})(?=\s+(?:\(?${YEAR}|Guidelines?\b)|\s*,?\s*(?:Page|Section)\(s\))`;
const LONE_TITLE = String.raw`(?<=^\s*)(?<lone>${TITLE})(?=[\s.]*$)`;
const STRANGE_HEAD = String.raw`(?<=(?:^|\band\s|;\s?))(?<strange>[A-Z][^,:;.]*?)(?=\s+${YEAR})`;
const HEAD = new RegExp(
  String.raw`(?<=^|[,;.]\s*|\band\s+)(?:${ACOEM_HEAD}|${TITLE_HEAD}|${LONE_TITLE}|${STRANGE_HEAD})(?:\s+Guidelines?\b)?(?:,?\s+\(?(?:Revised\s+)?(?<year>${YEAR})\)?)?(?:\s+Guidelines?\b)?`,
  'gi',
);
const SECTIONS = /\bSections?(?:\(s\))?:/i;
const PAGES = /\bPages?(?:\(s\))?:/i;

/** One title of the clause with what is said of it. */
interface Entry {
  readonly raw: Quote;
  readonly head: Partial<Record<'chapter' | 'chapterTitle' | 'title' | 'lone' | 'strange' | 'year', string>>;
  /** The words after the title, up to the next one. */
  readonly tail: string;
}

/** Reads the words after "Decision based on MTUS": one citation per title; the MTUS itself when no title is named. */
export function readMtusClause(clause: Quote, role: CitationRole, warn: Warn): readonly Citation[] {
  const entries = splitEntries(clause);
  if (entries.length > 0) return entries.map((entry) => readEntry(entry, role, warn));
  const words = clause.value.replace(/[\s.,;]+$/, '');
  if (words === '') return [];
  warn({ code: 'UNKNOWN_GUIDELINE', message: `The MTUS has no guideline "${words}".`, span: clause.span });
  return [
    citation(role, trimmed(clause, 0, words.length), { source: 'MTUS', chapter: words, resolved: false }),
  ];
}

function splitEntries(clause: Quote): Entry[] {
  const heads = withoutSections([...clause.value.matchAll(HEAD)]);
  return heads.map((head, i) => {
    const end = heads[i + 1]?.index ?? clause.value.length;
    return {
      raw: trimmed(clause, head.index, end),
      head: head.groups ?? {},
      tail: clause.value.slice(head.index + head[0].length, end),
    };
  });
}

/** "Opioids" is a title since 2017, but after "Chronic Pain Medical Treatment Guidelines," one of their sections. */
function withoutSections(heads: readonly RegExpExecArray[]): RegExpExecArray[] {
  const kept: RegExpExecArray[] = [];
  for (const head of heads) {
    const { title, year } = head.groups ?? {};
    const before = mtusTitle(kept.at(-1)?.groups?.['title'] ?? '');
    const isSection =
      title && !year && before && sectionsOf(before, null).some((name) => fold(name) === fold(title));
    if (!isSection) kept.push(head);
  }
  return kept;
}

/** A part of the clause without the punctuation and the "and" that join it to the next. */
function trimmed(clause: Quote, from: number, to: number): Quote {
  const words = clause.value.slice(from, to).replace(/(?:[\s.,;]|\band(?=[\s.,;]*$))+$/i, '');
  return within(clause, from, from + words.length);
}

function readEntry(entry: Entry, role: CitationRole, warn: Warn): Citation {
  const { head, raw } = entry;
  const found = titleOf(entry, warn);
  const written = nameIn(entry) ?? null;
  const edition = head.year ? Number(head.year) : found ? onlyEdition(found.title) : null;
  if (found && edition !== null && !found.title.editions.some(({ year }) => year === edition)) {
    warn({
      code: 'UNKNOWN_EDITION',
      message: `"${found.title.name}" has no edition of ${edition}.`,
      span: raw.span,
    });
  }
  return citation(role, raw, {
    source: 'MTUS',
    chapter: found?.title.name ?? written,
    edition,
    ...readTail(entry, found?.title, edition, warn, found?.section),
    resolved: found !== undefined || (written === null && head.chapter === undefined),
  });
}

function nameIn({ head }: Entry): string | undefined {
  return head.title ?? head.lone ?? head.strange ?? head.chapterTitle;
}

/** The catalogue's title: by name, or by the chapter's number in the ACOEM Practice Guidelines. */
function titleOf(entry: Entry, warn: Warn): { title: MtusTitle; section?: string } | undefined {
  const { head, raw } = entry;
  const byNumber = head.chapter ? acoemChapter(Number(head.chapter)) : undefined;
  const name = nameIn(entry);
  const byName = name === undefined ? undefined : mtusTitle(name);
  if (byNumber && byName && byNumber.title !== byName && byNumber.section !== byName.name) {
    const message = `Chapter ${head.chapter ?? ''} is "${byNumber.title.name}", not "${byName.name}".`;
    warn({ code: 'CHAPTER_DISAGREES', message, span: raw.span });
    return { title: byName };
  }
  if (byNumber) return byNumber;
  if (byName) return { title: byName };
  if (name !== undefined || head.chapter !== undefined) {
    warn({ code: 'UNKNOWN_GUIDELINE', message: `The MTUS has no guideline "${raw.value}".`, span: raw.span });
  }
  return undefined;
}

function readTail(
  { tail, raw }: Entry,
  title: MtusTitle | undefined,
  edition: number | null,
  warn: Warn,
  section: string | undefined,
): Pick<Citation, 'topics' | 'pages' | 'tables'> {
  const [beforePages = '', ...pageLists] = tail.split(PAGES);
  const list = beforePages
    .replace(SECTIONS, ' ')
    .replace(/^[\s.,;:]+|(?:[\s.,;:]|\band(?=[\s.,;:]*$))+$/g, '');
  const { topics, unknown } = splitTopics(list, title ? sectionsOf(title, edition) : []);
  for (const words of unknown) {
    warn({ code: 'UNKNOWN_SECTION', message: `"${words}" is no known section.`, span: raw.span });
  }
  return { topics: [...(section ? [section] : []), ...topics], ...readPageList(pageLists.join(' ')) };
}
