import mtusData from './data/mtus.json' with { type: 'json' };
import odgData from './data/odg.json' with { type: 'json' };
import sourcesData from './data/sources.json' with { type: 'json' };
import { fold, nearest } from './names.js';

/** A guideline of the MTUS: one title with its editions. */
export interface MtusTitle {
  readonly id: string;
  /** The catalogue's own name: the title without "Guidelines". */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Its chapter in the ACOEM Practice Guidelines, 2nd edition, when it is one. */
  readonly acoemChapter?: number;
  /** In the order of their years; sections are a list, or the name of a list that several titles share. */
  readonly editions: readonly { readonly year: number; readonly sections: string | readonly string[] }[];
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
}

/** Something with a catalogue name and other spellings. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export const mtusTitles: readonly MtusTitle[] = mtusData.titles;
export const odgChapters: readonly OdgChapter[] = odgData.chapters;
export const odgTopics: readonly Named[] = odgData.topics;
export const sources: readonly Named[] = sourcesData.sources;
/** Years of the ACOEM Practice Guidelines by their edition. */
export const acoemEditions: readonly { readonly names: readonly string[]; readonly year: number }[] =
  sourcesData.acoemEditions;

const sectionSets: Readonly<Record<string, readonly string[]>> = mtusData.sectionSets;

/** Every spelling of a catalogue entry, its own name first. */
export function spellings(entry: { name: string; aliases: readonly string[] }): readonly string[] {
  return [entry.name, ...entry.aliases];
}

function indexBySpelling<T extends { name: string }>(
  entries: readonly T[],
  spell: (entry: T) => readonly string[],
) {
  return new Map(
    entries.flatMap((entry) => spell(entry).map((spelling) => [fold(spelling), entry] as const)),
  );
}

const titleIndex = indexBySpelling(mtusTitles, spellings);
const chapterIndex = indexBySpelling(odgChapters, (c) => [c.name, ...c.titles, ...c.shortNames]);
const sourceIndex = indexBySpelling(sources, spellings);
const titleSpellings = mtusTitles.flatMap(spellings);

/** The MTUS title that is meant, also when mistyped by a letter or two; `undefined` when none is, or two could be. */
export function mtusTitle(written: string): MtusTitle | undefined {
  const exact = titleIndex.get(fold(written));
  if (exact) return exact;
  const near = nearest(written, titleSpellings);
  return near === undefined ? undefined : titleIndex.get(fold(near));
}

/** The MTUS guideline that is a chapter of the ACOEM Practice Guidelines, 2nd edition, by the chapter's number. */
export function acoemChapter(number: number): { title: MtusTitle; section?: string } | undefined {
  const title = mtusTitles.find((candidate) => candidate.acoemChapter === number);
  if (title) return { title };
  const general = mtusData.acoemGeneralChapters.find((candidate) => candidate.chapter === number);
  const approaches = titleIndex.get(fold('General Approaches'));
  return general && approaches ? { title: approaches, section: general.section } : undefined;
}

/** The sections of a title's edition, or of all its editions when the year is not known. */
export function sectionsOf(title: MtusTitle, year: number | null): readonly string[] {
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

export function odgChapter(written: string): OdgChapter | undefined {
  return chapterIndex.get(fold(written));
}

/** ODG's pain chapter is what the MTUS adapted: the sections of Chronic Pain Medical Treatment are names of its topics too. */
const sharedTopics = mtusTitles
  .filter(({ id }) => id === 'chronic-pain-medical-treatment')
  .flatMap((title) => sectionsOf(title, null))
  .map((name) => ({ name, aliases: [] }));
const topicIndex = indexBySpelling([...sharedTopics, ...odgTopics], spellings);
export const odgTopicNames: readonly string[] = [...sharedTopics, ...odgTopics].map(({ name }) => name);
export const odgTopicSpellings: readonly string[] = odgTopics.flatMap(spellings);

/** The catalogue's name of an ODG topic, or the topic as written. */
export function odgTopic(written: string): string {
  return topicIndex.get(fold(written))?.name ?? written;
}

export function source(written: string): Named | undefined {
  return sourceIndex.get(fold(written));
}
