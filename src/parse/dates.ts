import type { Quote } from './letter.js';
import { within } from './quote.js';

/** Two-digit years from here on belong to the last century: injuries lie up to half a century back. */
const CENTURY_PIVOT = 50;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NUMERIC = String.raw`\d{1,2} ?[-/] ?\d{1,2} ?[-/] ?(?:\d{4}|\d{2})(?!\d)`;
const DOTTED = String.raw`\d{1,2}\.\d{1,2}\.\d{4}(?!\d)`;
const ISO = String.raw`\d{4}-\d{2}-\d{2}(?!\d)`;
const MONTH = String.raw`(?:${MONTHS.join('|')})[a-z]{0,6}\.?`;
const MONTH_FIRST = String.raw`${MONTH} ?\d{1,2}(?:st|nd|rd|th)?,? ?\d{4}(?!\d)`;
const DAY_FIRST = String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \d{4}(?!\d)`;

/**
 * Source of a pattern for the dates that letters write: "10-13-16", "10/14/ 2016", "October 14, 2016", "Oct. 3rd, 2016",
 * "14 October 2016", "2016-10-14". For flag `i`.
 */
export const DATE = `(?:${ISO}|${NUMERIC}|${DOTTED}|${MONTH_FIRST}|${DAY_FIRST})`;

const IN_NUMBERS = new RegExp(String.raw`(?<![\d/-])(?:${ISO}|${NUMERIC}|${DOTTED})`, 'g');
const YEAR = /(?<!\d)[12]\d{3}(?!\d)/g;
/** A date in words is found by its year: to look for the months takes several times as long. */
const BEFORE_YEAR = new RegExp(
  String.raw`(?:\b${MONTH} ?\d{1,2}(?:st|nd|rd|th)?,? ?|(?<!\d)\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? )$`,
  'i',
);
const LONGEST_BEFORE_YEAR = 24;

/** The dates that stand in some words, in their order; the calendar need not have them. */
export function datesIn(whole: Quote): readonly Quote[] {
  const text = whole.value;
  const found: Quote[] = [];
  for (const { index, 0: words } of text.matchAll(IN_NUMBERS))
    found.push(within(whole, index, index + words.length));
  for (const { index, 0: year } of text.matchAll(YEAR)) {
    const day = BEFORE_YEAR.exec(text.slice(Math.max(0, index - LONGEST_BEFORE_YEAR), index));
    if (day) found.push(within(whole, index - day[0].length, index + year.length));
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const WORDED =
  /^(?:(?<day>\d+)\D*? )?(?<month>[a-z]{3})[a-z]*\.?,? ?(?:(?<dayAfter>\d{1,2})\D*?)?(?<year>\d{4})$/i;

/** ISO 8601 form of a date that {@link DATE} matched, American order; `undefined` when the calendar has no such day. */
export function isoDate(words: string): string | undefined {
  const { month, day, dayAfter, year } = WORDED.exec(words)?.groups ?? {};
  if (month) return calendarDay(year, MONTHS.indexOf(month.toLowerCase()) + 1, day ?? dayAfter);
  const numbers = words.split(/[-/.]/).map((part) => part.trim());
  if (numbers[0]?.length === 4) numbers.push(numbers.shift() ?? '');
  return calendarDay(numbers[2], Number(numbers[0]), numbers[1]);
}

function calendarDay(yearWords = '', month: number, dayWords = ''): string | undefined {
  const short = Number(yearWords);
  const year = yearWords.length > 2 ? short : short + (short < CENTURY_PIVOT ? 2000 : 1900);
  const date = new Date(Date.UTC(year, month - 1, Number(dayWords)));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(dayWords);
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
