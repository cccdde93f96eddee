import { acoemEditionYear } from './catalogue.js';
import type { CitationParts } from './citation.js';
import { readLocators, withoutLocators } from './locators.js';
import {
  acoemChapter,
  guidelinesNamed,
  LAST_OF_SECOND_EDITION,
  nearMisses,
  resolutionOf,
  titleTerms,
  type Guideline,
} from './titles.js';

const CHAPTER_NUMBER = /\bChapters?:?\s*(\d{1,2})\b/i;

/**
 * Reads what follows the name of the ACOEM Practice Guidelines where they are cited outside of the MTUS:
 * "3rd ed., Low Back Disorders, pg. 607", "Chapter 7, page 137", "Hip and Groin Chapter/Treatment".
 */
export function acoemParts(words: string): CitationParts {
  const number = CHAPTER_NUMBER.exec(words)?.[1];
  const edition = acoemEdition(words);
  const term = titleTerms.findFirst(withoutLocators(words));
  const written = term && words.slice(term.start, term.end);
  const guidelines = acoemGuidelines(number, written, edition);
  const [only] = guidelines.length === 1 ? guidelines : [];
  const parts = { source: 'ACOEM', edition, ...readLocators(words) };
  if (number === undefined && written === undefined) return { ...parts, resolution: 'RESOLVED' };
  return {
    ...parts,
    chapter: only?.title.name ?? written ?? `Chapter ${number ?? ''}`,
    topics: only?.section ? [only.section] : [],
    ...resolutionOf(guidelines, 'ACOEM'),
    ...(guidelines.length === 0 && written ? { candidates: nearMisses(written, 'ACOEM') } : {}),
  };
}

/** What a chapter of ACOEM's can be, by its number in the 2nd edition and its name. */
function acoemGuidelines(
  number: string | undefined,
  written: string | undefined,
  edition: number | null,
): readonly Guideline[] {
  const byNumber = number === undefined ? undefined : acoemChapter(Number(number));
  const byName = written === undefined ? [] : ofEdition(acoemGuidelinesNamed(written), edition);
  if (!byNumber) return byName;
  const agrees = byName.some(
    ({ title, section }) => title === byNumber.title || section === byNumber.section,
  );
  return byName.length === 0 || agrees ? [byNumber] : [...byName, byNumber];
}

/** The guidelines of ACOEM's that go by a name. */
function acoemGuidelinesNamed(written: string): readonly Guideline[] {
  const named = guidelinesNamed(written, {});
  const published = named.filter(({ title }) => title.notInAcoem !== true);
  return published.length > 0 ? published : named;
}

/** "Low Back" is a chapter of the 2nd edition and of the later ones, under two titles: only the edition tells which. */
export function ofEdition(guidelines: readonly Guideline[], edition: number | null): readonly Guideline[] {
  if (edition === null || guidelines.length < 2) return guidelines;
  const ofSecond = edition <= LAST_OF_SECOND_EDITION;
  const left = guidelines.filter(
    ({ title, section }) => isOfSecond(title.acoemChapter, section) === ofSecond,
  );
  return left.length > 0 ? left : guidelines;
}

function isOfSecond(chapter: number | undefined, section: string | undefined): boolean {
  return chapter !== undefined || section !== undefined;
}

/** The year that is written, or that of "2nd ed." and the like. */
export function acoemEdition(words: string): number | null {
  const year = /(?<![\d/-])(?:19|20)\d\d(?![\d/-])/.exec(words)?.[0];
  return year ? Number(year) : acoemEditionYear(words);
}
