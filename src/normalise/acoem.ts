import {
  acoemChapter,
  acoemEditions,
  mtusTitle,
  mtusTitles,
  spellings,
  type MtusTitle,
} from './catalogue.js';
import type { CitationParts } from './citation.js';
import { readLocators, withoutLocators } from './locators.js';
import { anyOf, fold, namePattern } from './names.js';

/** The edition whose chapters the MTUS took over until December 2017. */
export const SECOND_EDITION = 2004;
const CHAPTER_NUMBER = /\bChapters?:?\s*(\d{1,2})\b/i;
const CHAPTER_TITLE = new RegExp(anyOf(mtusTitles.flatMap(spellings)), 'i');

/**
 * Reads what follows the name of the ACOEM Practice Guidelines where they are cited outside of the MTUS:
 * "3rd ed., Low Back Disorders, pg. 607", "Chapter 7, page 137", "Hip and Groin Chapter/Treatment".
 */
export function acoemParts(words: string): CitationParts {
  const number = CHAPTER_NUMBER.exec(words)?.[1];
  const byNumber = number ? acoemChapter(Number(number)) : undefined;
  const edition = acoemEdition(words);
  const written = CHAPTER_TITLE.exec(withoutLocators(words))?.[0];
  const title = written === undefined ? byNumber?.title : titleIn(written, edition);
  return {
    source: 'ACOEM',
    chapter: title?.name ?? written ?? null,
    edition,
    topics: byNumber?.section && title === byNumber.title ? [byNumber.section] : [],
    ...readLocators(words),
    resolved: title !== undefined || (number === undefined && written === undefined),
  };
}

/** "Low Back" is a chapter of both editions, under two titles: without the edition it stays as written. */
function titleIn(written: string, edition: number | null): MtusTitle | undefined {
  const title = mtusTitle(written);
  const isFullName = title && fold(title.name) === fold(written);
  if (isFullName || title?.acoemChapter === undefined || edition === SECOND_EDITION) return title;
  return edition === null ? undefined : mtusTitle(`${written} Disorders`);
}

/** The year that is written, or that of "2nd ed." and the like. */
export function acoemEdition(words: string): number | null {
  const year = /(?<![\d/-])(?:19|20)\d\d(?![\d/-])/.exec(words)?.[0];
  if (year) return Number(year);
  return (
    acoemEditions.find(({ names }) => names.some((name) => new RegExp(namePattern(name), 'i').test(words)))
      ?.year ?? null
  );
}
