import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import { mtusTitle, source, sources, spellings, type Named } from './catalogue.js';
import { acoemParts } from './acoem.js';
import { citation } from './citation.js';
import type { Citation, CitationRole } from './determination.js';
import { readLocators } from './locators.js';
import { anyOf } from './names.js';
import { beginsWithOdgChapter, readOdg } from './odg.js';

/*
 * "Decision based on Non-MTUS Citation" is followed by free text. It is cut where a source of chapters (ODG, ACOEM …)
 * is named, at the template's own "and Other Medical Treatment Guidelines", and at a semicolon before a known source;
 * anything else stays whole, as written.
 */
const WITH_CHAPTERS = ['MTUS', 'ODG', 'ACOEM', 'APG I Plus'];
const isChaptered = ({ name }: Named) => WITH_CHAPTERS.includes(name);
const CHAPTERED = String.raw`(?<![\w./-])${anyOf(sources.filter(isChaptered).flatMap(spellings))}(?!\w|(?:-\w+)?\.\w)`;
/** Also within an address, as in www.drugs.com/famotidine.html. */
const OTHER = anyOf(sources.filter((one) => !isChaptered(one)).flatMap(spellings));
const OTHER_NAMES = new RegExp(OTHER, 'gi');
const OTHER_LABEL = String.raw`[\s,;.]*(?:\band\s+)?\bOther\s+Medical\s+Treatment\s+Guidelines?(?:\s+or\s+Medical\s+Evidence)?:?`;
const MENTION = new RegExp(
  String.raw`(?<chaptered>${CHAPTERED})(?:\s*\(ODG\))?(?:\s+guidelines?\b)?|(?<label>${OTHER_LABEL})|(?<other>${OTHER}|https?:\/\/|\bwww\.)`,
  'gi',
);

interface Segment {
  readonly start: number;
  end: number;
  /** Where the words after the source's name begin. */
  body: number;
  readonly source: string | undefined;
}

/** Reads the words after "Decision based on Non-MTUS Citation". */
export function readNonMtusClause(clause: Quote, role: CitationRole): readonly Citation[] {
  const segments = splitSegments(clause.value);
  return foldChapterless(
    segments.flatMap((segment) => readSegment(clause, segment, role)),
    clause,
  );
}

function splitSegments(text: string): Segment[] {
  const segments: Segment[] = [{ start: 0, end: text.length, body: 0, source: undefined }];
  for (const match of text.matchAll(MENTION)) {
    const last = segments.at(-1);
    const { chaptered, label } = match.groups ?? {};
    if (!last) continue;
    const isListed = /;\s*$/.test(text.slice(last.start, match.index));
    if (!chaptered && !label && last.source === undefined && !isListed) continue;
    const body = match.index + match[0].length;
    const name = chaptered === undefined ? undefined : source(chaptered)?.name;
    if (name !== undefined && last.source === name && !/\w/.test(text.slice(last.body, match.index))) {
      last.body = body;
    } else {
      last.end = match.index;
      const start = label ? body : match.index;
      segments.push({ start, end: text.length, body: name === undefined ? start : body, source: name });
    }
  }
  return segments.filter((segment) => /\w/.test(text.slice(segment.start, segment.end)));
}

function readSegment(clause: Quote, segment: Segment, role: CitationRole): Citation[] {
  const words = clause.value.slice(segment.body, segment.end);
  switch (segment.source) {
    case 'ODG':
      return odgCitations(clause, segment, role, false);
    case 'ACOEM':
      return [citation(role, rawOf(clause, segment.start, segment.end), acoemParts(words))];
    case 'MTUS':
      return [citation(role, rawOf(clause, segment.start, segment.end), mtusParts(words))];
    case 'APG I Plus':
      return [
        citation(role, rawOf(clause, segment.start, segment.end), {
          source: segment.source,
          ...chapterAndTopics(words),
        }),
      ];
    default:
      return otherCitations(clause, segment, role);
  }
}

/** Words that name no source of chapters: an ODG chapter that stands alone, a source of the catalogue, or as written. */
function otherCitations(clause: Quote, segment: Segment, role: CitationRole): Citation[] {
  const raw = rawOf(clause, segment.start, segment.end);
  if (raw.value === '') return [];
  const named = new Set([...raw.value.matchAll(OTHER_NAMES)].map(([words]) => source(words)?.name ?? words));
  if (named.size === 0 && beginsWithOdgChapter(raw.value)) {
    return odgCitations(clause, segment, role, true);
  }
  const [only] = named.size === 1 ? named : [];
  return [
    citation(role, raw, {
      source: only ?? raw.value,
      resolved: only !== undefined,
      ...readLocators(raw.value),
    }),
  ];
}

function odgCitations(clause: Quote, segment: Segment, role: CitationRole, inferred: boolean): Citation[] {
  const words = clause.value.slice(segment.body, segment.end);
  return readOdg(words).flatMap((part, i) => {
    const raw = rawOf(clause, i === 0 ? segment.start : segment.body + part.start, segment.body + part.end);
    const locators = readLocators(words.slice(part.start, part.end));
    const chapters = part.chapters.length > 0 ? part.chapters : [null];
    return chapters.map((chapter) =>
      citation(role, raw, {
        source: 'ODG',
        chapter,
        topics: part.topics,
        ...locators,
        inferred,
        resolved: true,
      }),
    );
  });
}

function mtusParts(words: string) {
  const { chapter, ...rest } = chapterAndTopics(words);
  const title = chapter === null ? undefined : mtusTitle(chapter.replace(/\s+Guidelines?$/i, ''));
  return {
    source: 'MTUS',
    chapter: title?.name ?? chapter,
    ...rest,
    resolved: chapter === null || title !== undefined,
  };
}

/** "2010, Low Back Disorders, Special Studies": a year, a chapter, and topics of a source with such parts. */
function chapterAndTopics(words: string) {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(words)?.[0];
  const parts = words
    .split(/[,;]/)
    .map((part) => part.replace(/^[\s.:/-]+|[\s.:/-]+$/g, ''))
    .filter((part) => /[a-z]/i.test(part) && !/^(?:pages?|pp?g?)\b/i.test(part));
  const [chapter = null, ...topics] = parts;
  const title = chapter === null ? undefined : mtusTitle(chapter);
  return {
    chapter: title?.name ?? chapter,
    edition: year ? Number(year) : null,
    topics,
    ...readLocators(words),
    resolved: chapter === null || title !== undefined,
  };
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

/** A part of the clause without the separators around it. */
function rawOf(clause: Quote, from: number, to: number): Quote {
  const words = clause.value.slice(from, to);
  const lead = /^(?:[\s,;.:&-]|\band\s)*/i.exec(words)?.[0].length ?? 0;
  const trail =
    /(?:[\s,;:&-]|\.(?=\.*\s*$)|\b(?:and|the)(?=\W*$|\s+the\W*$))*$/i.exec(words.slice(lead))?.[0].length ??
    0;
  return within(clause, from + lead, to - trail);
}
