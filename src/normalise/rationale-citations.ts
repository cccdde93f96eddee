import type { Quote } from '../parse/letter.js';
import { within } from '../parse/quote.js';
import { acoemEdition, ofEdition } from './acoem.js';
import { odgChapter, odgTopic, onlyEdition } from './catalogue.js';
import { citation, type CitationContext, type CitationParts } from './citation.js';
import type { Citation } from './determination.js';
import { readLocators } from './locators.js';
import { findMentions, type Mention } from './mentions.js';
import { fold } from './names.js';
import { isSilent } from './silence.js';
import {
  acoemChapter,
  guidelinesBeginning,
  LAST_OF_SECOND_EDITION,
  nearMisses,
  resolutionOf,
  SECOND_EDITION,
  type Guideline,
} from './titles.js';

/** A place of running text that names a guideline. */
export interface MentionPlace {
  /** Offset into the letter's text. */
  readonly start: number;
  readonly citation: Citation;
}

/** The guidelines that running text names. */
export interface Mentions {
  /** Each once, in the order of the text. */
  readonly citations: readonly Citation[];
  /** Every place that cites one, in the order of the text; what only says that a guideline is silent is left out. */
  readonly places: readonly MentionPlace[];
}

/**
 * The guidelines that running text names.
 * @param cited what the finding's guideline lines cite: "ACOEM" alone means the MTUS's ACOEM chapters when a line cites
 * the MTUS, and a shortened title means the line's guideline.
 */
export function placeMentions(text: Quote, cited: readonly Citation[], context: CitationContext): Mentions {
  const places: { readonly start: number; readonly repeated: Repeated }[] = [];
  const byWords = new Map<string, Repeated>();
  const byContent = new Map<string, Repeated>();
  for (const mention of findMentions(text.value)) {
    const { words, start, end } = mention;
    const silent = isSilent(text.value, start, end);
    let repeated = byWords.get(words);
    if (!repeated) {
      const one = citation(context.role, within(text, start, end), resolve(mention, cited, context));
      const key = contentOf(one);
      repeated = byContent.get(key) ?? { citation: one, silent };
      byContent.set(key, repeated);
      byWords.set(words, repeated);
    }
    // Silent on one point and cited on another is cited.
    repeated.silent &&= silent;
    if (!silent) places.push({ start: text.span[0] + start, repeated });
  }
  return {
    citations: [...byContent.values()].map(({ citation: one, silent }) =>
      silent ? { ...one, silent } : one,
    ),
    places: places.map(({ start, repeated }) => ({ start, citation: repeated.citation })),
  };
}

/** The guidelines that running text names, each once, as {@link placeMentions} tells them. */
export function readMentions(
  text: Quote,
  cited: readonly Citation[],
  context: CitationContext,
): readonly Citation[] {
  return placeMentions(text, cited, context).citations;
}

/** Every mention of a guideline in running text, in its order: each with its own words, place and silence. */
export function everyMention(text: Quote, context: CitationContext): readonly Citation[] {
  const byWords = new Map<string, CitationParts>();
  return findMentions(text.value).map((mention) => {
    const { words, start, end } = mention;
    const parts = byWords.get(words) ?? resolve(mention, [], context);
    byWords.set(words, parts);
    const silent = isSilent(text.value, start, end);
    return citation(context.role, within(text, start, end), { ...parts, silent });
  });
}

interface Repeated {
  readonly citation: Citation;
  silent: boolean;
}

function contentOf({ source, chapter, edition, topics, pages, tables }: Citation): string {
  return [source, chapter, edition, ...topics, '', ...pages, '', ...tables].join('\n');
}

function resolve(mention: Mention, cited: readonly Citation[], { asOf }: CitationContext): CitationParts {
  const topics = mention.said.topic ? [odgTopic(mention.said.topic)] : [];
  const { pages, tables } = readLocators(mention.words);
  if (mention.source === 'ODG') return { topics, pages, tables, ...odgChapterOf(mention) };
  const { chapter, edition, section, notInMtus, resolution, candidates } = titleOf(mention, cited, asOf);
  const isMtus =
    mention.source === 'MTUS' || (notInMtus !== true && acoemMeansMtus(mention, chapter, edition, cited));
  return {
    pages,
    tables,
    source: isMtus ? 'MTUS' : 'ACOEM',
    chapter,
    edition: isMtus ? edition : acoemEdition(mention.words),
    topics: section ? [section, ...topics] : topics,
    inferred: mention.isTitleAlone || (isMtus && mention.source === 'ACOEM'),
    resolution,
    candidates,
  };
}

function odgChapterOf({ said }: Mention): CitationParts {
  const written = said.chapter ?? said.title;
  if (written === undefined) return { source: 'ODG', resolution: 'RESOLVED' };
  const chapter = odgChapter(written);
  return {
    source: 'ODG',
    chapter: chapter?.name ?? written,
    resolution: chapter ? 'RESOLVED' : 'NO_MATCH',
  };
}

/** The chapters of 2004 and 2007 are the MTUS; other editions are only where a guideline line cites them as MTUS. */
function acoemMeansMtus(
  { said }: Mention,
  chapter: string | null,
  edition: number | null,
  cited: readonly Citation[],
) {
  if (said.acoemEdition && acoemEdition(said.acoemEdition) !== SECOND_EDITION) return false;
  const inMtus = cited.filter(({ source }) => source === 'MTUS');
  if (chapter === null) return inMtus.length > 0;
  return (
    (edition !== null && edition <= LAST_OF_SECOND_EDITION) || inMtus.some((one) => one.chapter === chapter)
  );
}

type Title = Pick<Citation, 'chapter' | 'edition' | 'resolution' | 'candidates'> & {
  readonly section?: string | undefined;
  /** A chapter of ACOEM's that the MTUS never held. */
  readonly notInMtus?: boolean | undefined;
};

function titleOf(mention: Mention, cited: readonly Citation[], asOf: string | null): Title {
  const { said } = mention;
  const year = said.year ? Number(said.year) : null;
  const byNumber = said.number ? acoemChapter(Number(said.number)) : undefined;
  if (byNumber) return titleFrom([byNumber], byNumber.title.name, year);
  const written = said.title ?? said.chapter;
  if (written === undefined) return { chapter: null, edition: null, resolution: 'RESOLVED', candidates: [] };
  return (
    inGuidelineLine(written, year, cited) ?? titleFrom(named(mention, written, year, asOf), written, year)
  );
}

function titleFrom(guidelines: readonly Guideline[], written: string, year: number | null): Title {
  const [only] = guidelines.length === 1 ? guidelines : [];
  const { resolution, candidates } = resolutionOf(guidelines, 'MTUS');
  return {
    chapter: only?.title.name ?? written,
    edition: year ?? (only ? onlyEdition(only.title) : null),
    section: only?.section,
    notInMtus: only?.title.notInMtus,
    resolution,
    candidates: resolution === 'NO_MATCH' ? nearMisses(written, 'MTUS') : candidates,
  };
}

/** ACOEM publishes chapters of its own editions alone, whatever was in force. */
function named(
  { source, said }: Mention,
  written: string,
  year: number | null,
  asOf: string | null,
): readonly Guideline[] {
  if (source !== 'ACOEM') return guidelinesBeginning(written, { year, asOf });
  const published = guidelinesBeginning(written, {}).filter(({ title }) => title.notInAcoem !== true);
  return ofEdition(published, year ?? (said.acoemEdition ? acoemEdition(said.acoemEdition) : null));
}

/** The one guideline of the lines whose name holds the words: "Chronic Pain" for "Chronic Pain Medical Treatment". */
function inGuidelineLine(
  written: string,
  year: number | null,
  cited: readonly Citation[],
): Title | undefined {
  const meant = cited.filter(
    ({ source, chapter, edition, resolution }) =>
      source === 'MTUS' &&
      resolution === 'RESOLVED' &&
      fold(chapter ?? '').includes(fold(written)) &&
      (year === null || year === edition),
  );
  const [one] = meant;
  if (!one || meant.some(({ chapter }) => chapter !== one.chapter)) return undefined;
  const isOneEdition = meant.every(({ edition }) => edition === one.edition);
  return {
    chapter: one.chapter,
    edition: isOneEdition ? one.edition : null,
    resolution: 'RESOLVED',
    candidates: [],
  };
}
