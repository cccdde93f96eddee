import type { Quote, Reading } from './letter.js';
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
/** A year with words before it. */
const YEAR = /(?<![\d/-])[12]\d{3}(?!\d)/g;
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

/** Every date but those in words. */
const NUMBERS = /^(\d{1,4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{2,4})$/;

/** ISO 8601 form of a date that {@link DATE} matched, American order; `undefined` when the calendar has no such day. */
export function isoDate(words: string): string | undefined {
  const numbers = NUMBERS.exec(words);
  if (numbers) {
    const [, first = '', second, third] = numbers;
    return first.length === 4
      ? calendarDay(first, Number(second), third)
      : calendarDay(third, Number(first), second);
  }
  const { month = '', day, dayAfter, year } = WORDED.exec(words)?.groups ?? {};
  return calendarDay(year, MONTHS.indexOf(month.toLowerCase()) + 1, day ?? dayAfter);
}

/** The day that words which {@link DATE} matched name; `undefined` when the calendar has no such day. */
export function dayOf({ value: words, span }: Quote): Reading<string> | undefined {
  const value = isoDate(words);
  return value === undefined ? undefined : { value, span };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reckoned without `Date`, whose way to ISO 8601 takes as long as the rest of a header. */
function calendarDay(yearWords = '', month: number, dayWords = ''): string | undefined {
  const short = Number(yearWords);
  const year = yearWords.length > 2 ? short : short + (short < CENTURY_PIVOT ? 2000 : 1900);
  const day = Number(dayWords);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0);
  if (day < 1 || day > days || year < 100) return undefined;
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${String(number)}` : String(number);
}
