import mtusData from './data/mtus.json' with { type: 'json' };
import odgData from './data/odg.json' with { type: 'json' };
import sourcesData from './data/sources.json' with { type: 'json' };
import { fold } from './names.js';
import { TermIndex } from './term-index.js';
import { topicNames, type TopicNames } from './topics.js';

/**
 * What an entry rests on: a letter that was read, MAXIMUS's own table of citations, the pages of the DWC, or general
 * knowledge, which nothing here has confirmed.
 */
export type Evidence = 'LETTERS' | 'MAXIMUS' | 'DWC' | 'GENERAL';

export interface MtusEdition {
  readonly year: number;
  /** First and last day (ISO 8601) on which it was part of the MTUS; `null` when not known, or when it still is. */
  readonly from: string | null;
  readonly until: string | null;
  readonly evidence: string;
  /** A list, or the name of a list that several titles share. */
  readonly sections: string | readonly string[];
}

/** A guideline of the MTUS, or of the ACOEM Practice Guidelines that it was taken from: one title with its editions. */
export interface MtusTitle {
  readonly id: string;
  /** The catalogue's own name: the title without "Guidelines". */
  readonly name: string;
  /** Spellings that can be no other title. */
  readonly aliases: readonly string[];
  /** Shortened names that other titles go by as well; the year or the day tells, or nothing does. */
  readonly sharedNames: readonly string[];
  /** Its chapter in the ACOEM Practice Guidelines, 2nd edition, when it is one. */
  readonly acoemChapter?: number;
  /** A chapter of the ACOEM Practice Guidelines that the MTUS never took over. */
  readonly notInMtus?: boolean;
  /** The DWC's own guideline, which ACOEM does not publish. */
  readonly notInAcoem?: boolean;
  /** Its section of title 8, California Code of Regulations. */
  readonly regulation: string | null;
  /** In the order of their years. */
  readonly editions: readonly MtusEdition[];
  /** How letters cite it; each resolves to this title (a test sees to it). */
  readonly examples: readonly string[];
}

/** A chapter of the Official Disability Guidelines. */
export interface OdgChapter {
  readonly id: string;
  readonly name: string;
  /** Spellings that can be nothing but this chapter, wherever they stand. */
  readonly titles: readonly string[];
  /** Body parts and the like, which mean the chapter only when they stand alone. */
  readonly shortNames: readonly string[];
  readonly evidence: string;
  readonly examples: readonly string[];
}

/** Something with a catalogue name and other spellings. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A body of guidelines, or a publisher of evidence. */
export interface Source extends Named {
  /** Whether its chapters and topics are read; of any other source only its name is. */
  readonly hasChapters?: boolean;
  readonly evidence: string;
}

export const mtusTitles: readonly MtusTitle[] = mtusData.titles;
export const odgChapters: readonly OdgChapter[] = odgData.chapters;
export const odgTopics: readonly Named[] = odgData.topics;
export const sources: readonly Source[] = sourcesData.sources;

/** Chapters of the ACOEM Practice Guidelines, 2nd edition, that are sections of one title of the MTUS. */
export const generalApproaches = mtusData.generalApproaches;

const acoemEditions = new TermIndex(
  sourcesData.acoemEditions.flatMap(({ names, year }) => names.map((name) => [name, year] as const)),
);

/** The year of an edition of the ACOEM Practice Guidelines that is named by its number: "2nd ed.", "third edition". */
export function acoemEditionYear(words: string): number | null {
  return acoemEditions.findFirst(words)?.value ?? null;
}

/** Every spelling of a catalogue entry that can mean no other, its own name first. */
export function spellings(entry: { name: string; aliases: readonly string[] }): readonly string[] {
  return [entry.name, ...entry.aliases];
}

const sectionSets: Readonly<Record<string, readonly string[]>> = mtusData.sectionSets;
const sectionsByTitle = new Map<MtusTitle, Map<number | null, TopicNames>>();

/** The sections of a title's edition, or of all its editions when the year is not known. */
export function sectionsOf(title: MtusTitle, year: number | null): TopicNames {
  const byYear = sectionsByTitle.get(title) ?? new Map<number | null, TopicNames>();
  sectionsByTitle.set(title, byYear);
  let sections = byYear.get(year);
  if (!sections) byYear.set(year, (sections = topicNames(listSections(title, year))));
  return sections;
}

function listSections(title: MtusTitle, year: number | null): readonly string[] {
  const known = title.editions.filter((edition) => edition.year === year);
  const editions = known.length > 0 ? known : title.editions;
  const sections = editions.flatMap((edition) =>
    typeof edition.sections === 'string' ? (sectionSets[edition.sections] ?? []) : edition.sections,
  );
  return [...new Set(sections)];
}

/** The year of a title that has only one edition; otherwise `null`, for the letter must say it. */
export function onlyEdition(title: MtusTitle): number | null {
  return title.editions.length === 1 ? (title.editions[0]?.year ?? null) : null;
}

/** Terms with their meanings; a term that is given twice has the last one. */
function indexBySpelling<T>(entries: readonly T[], spell: (entry: T) => readonly string[]): TermIndex<T> {
  return new TermIndex(
    entries.flatMap((entry) => spell(entry).map((spelling) => [spelling, entry] as const)),
  );
}

/** How a chapter of the ODG may be named. */
export interface ChapterTerm {
  readonly chapter: OdgChapter;
  /** A title of several words, which means the chapter wherever it stands. */
  readonly isTitle: boolean;
}

/** All spellings of the ODG's chapters. */
export const odgChapterTerms = new TermIndex<ChapterTerm>(
  odgChapters.flatMap((chapter) =>
    [chapter.name, ...chapter.titles, ...chapter.shortNames].map((name) => {
      const isTitle = !chapter.shortNames.includes(name) && fold(name).includes(' ');
      return [name, { chapter, isTitle }] as const;
    }),
  ),
);

export const odgChapterNames: readonly string[] = odgChapters.flatMap((chapter) => [
  chapter.name,
  ...chapter.titles,
  ...chapter.shortNames,
]);

export function odgChapter(written: string): OdgChapter | undefined {
  return odgChapterTerms.get(written)?.chapter;
}

/** ODG's pain chapter is what the MTUS adapted: the sections of Chronic Pain Medical Treatment are names of its topics too. */
const sharedTopics = mtusTitles
  .filter(({ id }) => id === 'chronic-pain-medical-treatment')
  .flatMap((title) => listSections(title, null))
  .map((name) => ({ name, aliases: [] }));
const allTopics = [...sharedTopics, ...odgTopics];
const topicIndex = indexBySpelling(allTopics, spellings);
/** The ODG's own topics in all spellings, as they stand right after a chapter. */
export const odgTopicTerms = indexBySpelling(odgTopics, spellings);
/** "Work conditioning, work hardening" is one topic: only the catalogue tells. */
export const odgTopicsWithComma = indexBySpelling(
  allTopics.filter(({ name }) => name.includes(',')),
  ({ name }) => [name],
);

/** The catalogue's name of an ODG topic, or the topic as written. */
export function odgTopic(written: string): string {
  return topicIndex.get(written)?.name ?? written;
}

/** The catalogue's names of the topics that a chapter of the ODG may have. */
export const odgTopicNames: readonly string[] = [...new Set(allTopics.map(({ name }) => odgTopic(name)))];

/** Source of a pattern (flag `i`) for the ODG's name in full, in the many ways in which it is mistyped. */
export const ODG_IN_FULL = String.raw`\boff?i[a-z]{2,6}\s+dis[a-z]{4,9}\s+(?:duration\s+)?gui[a-z]{4,10}\b`;

/** All spellings of the sources. */
export const sourceTerms = indexBySpelling<Source>(sources, spellings);

const odg = sources.find(({ id }) => id === 'ODG');
const BEGINS_WITH_ODG = new RegExp(`^${ODG_IN_FULL}`, 'i');

/** The source with whose name words begin. */
export function sourceBeginning(words: string): Source | undefined {
  return sourceTerms.findAt(words, 0)?.value ?? (BEGINS_WITH_ODG.test(words) ? odg : undefined);
}

export function source(written: string): Source | undefined {
  return sourceTerms.get(written);
}
