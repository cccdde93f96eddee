import type { Quote } from '../parse/letter.js';
import { acoemParts } from './acoem.js';
import { odgChapter, onlyEdition, sourceTerms } from './catalogue.js';
import { citation, type CitationContext, type CitationParts } from './citation.js';
import type { Citation } from './determination.js';
import { readLocators } from './locators.js';
import { nearest } from './names.js';
import { beginsWithOdgChapter, readOdg } from './odg.js';
import { splitSegments, type Segment } from './segments.js';
import { candidateName, guidelinesNamed, nearMisses, resolutionOf, titleTerms } from './titles.js';
import { trimmed, trimmedLength } from './trim.js';

/** No name of a chapter has more characters. */
const LONGEST_NAME = 150;

/** Reads the words after "Decision based on Non-MTUS Citation". */
export function readNonMtusClause(clause: Quote, context: CitationContext): readonly Citation[] {
  const citations: Citation[] = [];
  for (const segment of splitSegments(clause.value)) {
    for (const citation of readSegment(clause, segment, context)) citations.push(citation);
  }
  return foldChapterless(citations, clause);
}

function readSegment(clause: Quote, segment: Segment, context: CitationContext): Citation[] {
  const words = clause.value.slice(segment.body, segment.end);
  const cite = (parts: CitationParts) => [
    citation(context.role, trimmed(clause, segment.start, segment.end), parts),
  ];
  switch (segment.source) {
    case 'ODG':
      return odgCitations(clause, segment, context, false);
    case 'ACOEM':
      return cite(acoemParts(words));
    case 'MTUS':
      return cite({ ...chapterAndTopics(words, 'MTUS', context), source: 'MTUS' });
    case 'APG I Plus':
      return cite({ ...chapterAndTopics(words, 'ACOEM', context), source: segment.source });
    default:
      return otherCitations(clause, segment, context);
  }
}

/** Words that name no source of chapters: an ODG chapter that stands alone, a source of the catalogue, or as written. */
function otherCitations(clause: Quote, segment: Segment, context: CitationContext): Citation[] {
  const raw = trimmed(clause, segment.start, segment.end);
  if (raw.value === '') return [];
  const named = otherSourcesIn(raw.value);
  if (named.length === 0 && beginsWithOdgChapter(raw.value)) {
    return odgCitations(clause, segment, context, true);
  }
  const parts = named.length === 0 ? unnamedParts(raw.value) : namedParts(raw.value, named);
  return [citation(context.role, raw, { ...readLocators(raw.value), ...parts })];
}

/** Sources without chapters, also within an address, as in www.drugs.com/famotidine.html. */
function otherSourcesIn(words: string): readonly string[] {
  const found = sourceTerms.findAll(words, ({ value }) => value.hasChapters !== true);
  return [...new Set(found.map(({ value }) => value.name))];
}

function namedParts(words: string, named: readonly string[]): CitationParts {
  const [only] = named.length === 1 ? named : [];
  return only === undefined
    ? { source: words, resolution: 'AMBIGUOUS', candidates: named }
    : { source: only, resolution: 'RESOLVED' };
}

/** "Low Back Disorders" is ACOEM's alone; "Shoulder" and "Pain" are chapters of several sources, so none is cited. */
function unnamedParts(words: string): CitationParts {
  if (words.length > LONGEST_NAME) return { source: words, resolution: 'NO_MATCH' };
  const term = titleTerms.findAt(words, 0);
  const year = yearIn(words);
  const isWhole = term !== undefined && /^\W*(?:(?:chapter|guidelines?)\W*)?$/i.test(words.slice(term.end));
  const titles = guidelinesNamed(isWhole ? words.slice(0, term.end) : withoutEnding(words), { year });
  const isEdition =
    year === null || titles.some(({ title }) => title.editions.some((one) => one.year === year));
  const chapter = odgChapter(words.replace(/\W*(?:chapter\W*)?$/i, ''));
  const title = isEdition && titles.length === 1 ? titles[0]?.title : undefined;
  const concluded = { chapter: title?.name ?? null, inferred: true, resolution: 'RESOLVED' } as const;
  if (!chapter && title?.name.endsWith('Disorders')) return { ...concluded, source: 'ACOEM', edition: year };
  // A title of the DWC's own in full can be nothing but the MTUS's.
  if (title?.notInAcoem === true && isNearly(words, title.name))
    return { ...concluded, source: 'MTUS', edition: year ?? onlyEdition(title) };
  const candidates = [
    ...(chapter ? [`ODG > ${chapter.name}`] : []),
    ...titles.map((guideline) =>
      candidateName(guideline.title.notInAcoem === true ? 'MTUS' : 'ACOEM', guideline),
    ),
  ];
  return {
    source: words,
    resolution: candidates.length > 1 ? 'AMBIGUOUS' : 'NO_MATCH',
    candidates: [...new Set(candidates)],
  };
}

function odgCitations(
  clause: Quote,
  segment: Segment,
  { role }: CitationContext,
  inferred: boolean,
): Citation[] {
  const written = clause.value.slice(segment.body, segment.end);
  const words = written.slice(0, trimmedLength(written));
  return readOdg(words).flatMap((part, i) => {
    const raw = trimmed(clause, i === 0 ? segment.start : segment.body + part.start, segment.body + part.end);
    const { pages, tables } = readLocators(words.slice(part.start, part.end));
    const chapters = part.chapters.length > 0 ? part.chapters : [null];
    return chapters.map((chapter) =>
      citation(role, raw, {
        source: 'ODG',
        chapter,
        topics: part.topics,
        pages,
        tables,
        inferred,
        resolution: 'RESOLVED',
      }),
    );
  });
}

/** "2010, Low Back Disorders, Special Studies": a year, a chapter, and topics of a source with such parts. */
function chapterAndTopics(
  words: string,
  titlesOf: string,
  { asOf }: CitationContext,
): Omit<CitationParts, 'source'> {
  const edition = yearIn(words);
  const parts = words
    .split(/[,;]/)
    .map((part) =>
      part
        .replace(/^[\s.:/-]+/, '')
        .trimEnd()
        .replace(/[.:/-]$/, ''),
    )
    .filter((part) => /[a-z]/i.test(part) && !/^(?:pages?|pp?g?)\b/i.test(part));
  const [written, ...topics] = parts;
  const shared = { edition, topics, ...readLocators(words) };
  if (written === undefined) return { ...shared, resolution: 'RESOLVED' };
  const guidelines = guidelinesNamed(withoutEnding(written), { year: edition, asOf });
  const [only] = guidelines.length === 1 ? guidelines : [];
  return {
    ...shared,
    chapter: only?.title.name ?? written,
    ...resolutionOf(guidelines, titlesOf),
    ...(guidelines.length === 0 ? { candidates: nearMisses(written, titlesOf) } : {}),
  };
}

function yearIn(words: string): number | null {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(words)?.[0];
  return year === undefined ? null : Number(year);
}

/** Whether words are a name, mistyped or not, and no shorter one for it. */
function isNearly(words: string, name: string): boolean {
  return nearest(withoutEnding(words), [name]) !== undefined;
}

/** A title's name without the year and "Guidelines" around it. */
function withoutEnding(written: string): string {
  return written
    .replace(/(?:19|20)\d\d/, ' ')
    .trim()
    .replace(/\bGuidelines?$/i, '')
    .trim();
}

/**
 * ODG's "Physical Therapy Guidelines" and the like are lists within each chapter: named beside a chapter, without one
 * of their own, they point into it and are no second guideline.
 */
function foldChapterless(citations: readonly Citation[], clause: Quote): readonly Citation[] {
  const folded: Citation[] = [];
  for (const next of citations) {
    const last = folded.at(-1);
    const bothOdg = last?.source === 'ODG' && next.source === 'ODG';
    if (last && bothOdg && (last.chapter === null) !== (next.chapter === null)) {
      const span = [last.span[0], next.span[1]] as const;
      folded[folded.length - 1] = {
        ...(last.chapter === null ? next : last),
        topics: [...new Set([...last.topics, ...next.topics])],
        raw: clause.value.slice(span[0] - clause.span[0], span[1] - clause.span[0]),
        span,
      };
    } else {
      folded.push(next);
    }
  }
  return folded;
}
