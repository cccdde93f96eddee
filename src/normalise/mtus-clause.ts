import type { Quote } from '../parse/letter.js';
import { onlyEdition, sectionsOf, type MtusTitle } from './catalogue.js';
import { citation, type CitationContext, type CitationParts } from './citation.js';
import type { Citation } from './determination.js';
import { readPageList } from './locators.js';
import { findHeads, type MtusHead } from './mtus-head.js';
import { fold } from './names.js';
import { readMentions } from './rationale-citations.js';
import {
  acoemChapter,
  candidateName,
  guidelinesNamed,
  LAST_OF_SECOND_EDITION,
  narrow,
  nearMisses,
  resolutionOf,
  type Guideline,
} from './titles.js';
import { splitTopics, topicNames, type TopicNames } from './topics.js';
import { trimmed, trimmedLength } from './trim.js';

/** "Section(s):", or in sentences "section". */
const SECTIONS = /\bSections?(?:\(s\))?:/i;
const SECTIONS_IN_SENTENCE = /^\W*Sections?\b|\bSections?\W*$/i;
/** "Page(s):" of the templates, or in sentences "page 46", "pg. 46". */
const PAGES = /\bPages?(?:\(s\))?:|\b(?:pages?|pgs?\.?|pp?\.)\s*(?=\d)/i;

/** What separates titles says nothing of the one before. */
const SAYS_MORE = /[^\s.,;:)]/;

const MTUS_ITSELF =
  /^(?:(?:california|CA)\s+)?(?:MTUS|Medical\s+Treatment\s+Utilization\s+Schedule)(?:\s*\(MTUS\))?(?:\s+guidelines?)?$/i;

/** One title of the clause with what is said of it. */
interface Entry {
  readonly raw: Quote;
  readonly head: MtusHead;
  /** The words after the title, up to the next one. */
  readonly tail: string;
}

/** Reads the words after "Decision based on MTUS": one citation per title; the MTUS itself when no title is named. */
export function readMtusClause(clause: Quote, context: CitationContext): readonly Citation[] {
  const entries = splitEntries(clause);
  if (entries.length > 0) return entries.map((entry) => readEntry(entry, context));
  const words = clause.value.slice(0, trimmedLength(clause.value));
  if (words === '') return [];
  const raw = trimmed(clause, 0, clause.value.length);
  if (MTUS_ITSELF.test(words)) {
    return [citation(context.role, raw, { source: 'MTUS', resolution: 'RESOLVED' })];
  }
  const mentions = readMentions(clause, [], context);
  // What the clause says is the MTUS's need not be concluded.
  if (mentions.length > 0) return mentions.map((one) => (one.source === 'ACOEM' ? asMtus(one) : one));
  warnUnknown(raw, context);
  return [
    citation(context.role, raw, {
      source: 'MTUS',
      chapter: words,
      resolution: 'NO_MATCH',
      candidates: nearMisses(words, 'MTUS'),
    }),
  ];
}

function asMtus(one: Citation): Citation {
  const candidates = one.candidates.map((name) => name.replace(/^ACOEM/, 'MTUS'));
  return { ...one, source: 'MTUS', candidates };
}

function splitEntries(clause: Quote): Entry[] {
  const heads = withoutSections(findHeads(clause.value));
  return heads.map((head, i) => {
    const end = heads[i + 1]?.start ?? clause.value.length;
    return {
      raw: trimmed(clause, head.start, end),
      head,
      tail: clause.value.slice(head.end, end),
    };
  });
}

/** "Opioids" is a title since 2017, but after "Chronic Pain Medical Treatment Guidelines," one of their sections. */
function withoutSections(heads: readonly MtusHead[]): MtusHead[] {
  const kept: MtusHead[] = [];
  for (const head of heads) {
    const before = kept.at(-1);
    const isSection =
      before?.title !== undefined &&
      head.title !== undefined &&
      head.chapter === undefined &&
      head.year === undefined &&
      guidelinesNamed(before.title, {}).some(({ title }) => hasSection(title, head.title ?? ''));
    if (!isSection) kept.push(head);
  }
  return kept;
}

function hasSection(title: MtusTitle, name: string): boolean {
  return sectionsOf(title, null).names.some((section) => fold(section) === fold(name));
}

function readEntry(entry: Entry, context: CitationContext): Citation {
  const { head, raw } = entry;
  const said = head.year === undefined ? null : Number(head.year);
  const guidelines = guidelinesOf(entry, said, context);
  const [only] = guidelines.length === 1 ? guidelines : [];
  const edition = said ?? (only ? onlyEdition(only.title) : null);
  if (only) checkTitle(only.title, edition, raw, context);
  const written = head.title ?? (head.chapter === undefined ? null : `Chapter ${head.chapter}`);
  const { topics, pages, tables } = readTail(entry, guidelines, edition, context);
  const chapter = only?.title.name ?? written;
  return citation(context.role, raw, {
    source: 'MTUS',
    chapter,
    edition,
    topics,
    pages,
    tables,
    ...resolutionIn(written, guidelines),
  });
}

function resolutionIn(
  written: string | null,
  guidelines: readonly Guideline[],
): Pick<CitationParts, 'resolution' | 'candidates'> {
  if (written === null) return { resolution: 'RESOLVED' };
  const { resolution, candidates } = resolutionOf(guidelines, 'MTUS');
  return { resolution, candidates: resolution === 'NO_MATCH' ? nearMisses(written, 'MTUS') : candidates };
}

function checkTitle(title: MtusTitle, edition: number | null, raw: Quote, { warn }: CitationContext): void {
  if (edition !== null && !title.editions.some(({ year }) => year === edition)) {
    const message = `"${title.name}" has no edition of ${edition}.`;
    warn({ code: 'UNKNOWN_EDITION', message, span: raw.span });
  }
  if (title.notInMtus === true) {
    const message = `"${title.name}" is a chapter of the ACOEM Practice Guidelines that the MTUS never held.`;
    warn({ code: 'NOT_IN_MTUS', message, span: raw.span });
  }
}

/** What the title can mean: by name, or by the chapter's number in the ACOEM Practice Guidelines. */
function guidelinesOf(entry: Entry, year: number | null, context: CitationContext): readonly Guideline[] {
  const { head, raw } = entry;
  const byNumber = head.chapter === undefined ? undefined : acoemChapter(Number(head.chapter));
  const byName = head.title === undefined ? [] : namedIn(head, year, context);
  if (byNumber) {
    if (byName.length === 0 || byName.some((guideline) => isSame(guideline, byNumber))) return [byNumber];
    const named = byName.map((guideline) => candidateName('MTUS', guideline)).join('" or "');
    const message = `Chapter ${head.chapter ?? ''} is "${candidateName('MTUS', byNumber)}", not "${named}".`;
    context.warn({ code: 'CHAPTER_DISAGREES', message, span: raw.span });
    return [...byName, byNumber];
  }
  if (byName.length === 0 && (head.title ?? head.chapter) !== undefined) warnUnknown(raw, context);
  if (byName.length > 1) {
    const named = byName.map((guideline) => `"${candidateName('MTUS', guideline)}"`).join(' or ');
    context.warn({
      code: 'AMBIGUOUS_GUIDELINE',
      message: `"${raw.value}" can be ${named}.`,
      span: raw.span,
    });
  }
  return byName;
}

/** "MTUS ACOEM" was the name of the 2nd edition's chapters: of titles that share a name, it means theirs. */
function namedIn(head: MtusHead, year: number | null, { asOf }: CitationContext): readonly Guideline[] {
  const named = head.guidelines
    ? narrow(head.guidelines, { year, asOf })
    : guidelinesNamed(head.title ?? '', { year, asOf });
  if (named.length < 2 || !head.isAcoem || (year !== null && year > LAST_OF_SECOND_EDITION)) return named;
  const inSecond = named.filter(({ title, section }) => title.acoemChapter !== undefined || section);
  return inSecond.length > 0 ? inSecond : named;
}

function isSame(one: Guideline, other: Guideline): boolean {
  return one.title === other.title || one.title.name === other.section;
}

function warnUnknown(raw: Quote, { warn }: CitationContext): void {
  warn({ code: 'UNKNOWN_GUIDELINE', message: `The MTUS has no guideline "${raw.value}".`, span: raw.span });
}

function readTail(
  { tail, raw }: Entry,
  guidelines: readonly Guideline[],
  edition: number | null,
  { warn }: CitationContext,
): Pick<Citation, 'topics' | 'pages' | 'tables'> {
  const section = guidelines.length === 1 ? guidelines[0]?.section : undefined;
  if (!SAYS_MORE.test(tail)) return { topics: section ? [section] : [], pages: [], tables: [] };
  const [beforePages = '', ...pageLists] = tail.split(PAGES);
  const { topics, unknown } = splitTopics(listIn(beforePages), sectionsOfAll(guidelines, edition));
  for (const words of unknown) {
    warn({ code: 'UNKNOWN_SECTION', message: `"${words}" is no known section.`, span: raw.span });
  }
  const all = [...(section ? [section] : []), ...topics];
  const { pages, tables } = readPageList(pageLists.join(' '));
  return { topics: [...new Set(all)], pages, tables };
}

/** What names no section: the regulation's number, and that no page was cited. */
const NOISE =
  /(?:§+\s*|\bsections?\s+)?\(?(?:8\s+CCR\s+)?\b9792(?:\.\d{1,2})+\)?|\(?\bno\s+pages?(?:\s+numbers?)?\s+(?:(?:was|were)\s+)?(?:cited|given|listed|provided|specified)\)?/gi;

/** The list of sections alone: "(Opioids)," is "Opioids". */
function listIn(words: string): string {
  const marker = SECTIONS.test(words) ? SECTIONS : SECTIONS_IN_SENTENCE;
  const list = words
    .replace(NOISE, ' ')
    .replace(marker, ' ')
    .replace(/^[\s.,;:)]+/, '');
  const bare = list.slice(0, trimmedLength(list));
  return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}

const NO_SECTIONS = topicNames([]);

function sectionsOfAll(guidelines: readonly Guideline[], edition: number | null): TopicNames {
  const [first, ...others] = guidelines;
  if (!first) return NO_SECTIONS;
  const known = sectionsOf(first.title, edition);
  if (others.length === 0) return known;
  return topicNames([...new Set(guidelines.flatMap(({ title }) => sectionsOf(title, edition).names))]);
}
