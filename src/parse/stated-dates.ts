import { DATE, dayOf } from './dates.js';
import type { LetterDates, Quote, Reading } from './letter.js';
import { within } from './quote.js';
import type { Template } from './templates/template.js';

const DATE_AFTER = new RegExp(` ?${DATE}`, 'iy');

/** The dates that set sentences tell: each stands directly behind its words. */
export function readStatedDates(
  paragraphs: readonly Quote[],
  statedDates: NonNullable<Template['statedDates']>,
): LetterDates {
  const dates: Partial<Record<keyof LetterDates, Reading<string>>> = {};
  for (const [field, wordings] of Object.entries(statedDates) as [keyof LetterDates, readonly string[]][]) {
    const date = firstDate(paragraphs, wordings);
    if (date) dates[field] = date;
  }
  return dates;
}

function firstDate(paragraphs: readonly Quote[], wordings: readonly string[]): Reading<string> | undefined {
  for (const paragraph of paragraphs) {
    for (const words of wordings) {
      const date = dateBehind(paragraph, words);
      if (date) return date;
    }
  }
  return undefined;
}

function dateBehind(paragraph: Quote, words: string): Reading<string> | undefined {
  const at = paragraph.value.indexOf(words);
  if (at < 0) return undefined;
  DATE_AFTER.lastIndex = at + words.length;
  const match = DATE_AFTER.exec(paragraph.value);
  return match ? dayOf(within(paragraph, match.index, match.index + match[0].length)) : undefined;
}
