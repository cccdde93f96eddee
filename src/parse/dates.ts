/** Two-digit years from here on belong to the last century: injuries lie up to half a century back. */
const CENTURY_PIVOT = 50;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NUMERIC = String.raw`\d{1,2} ?[-/] ?\d{1,2} ?[-/] ?(?:\d{4}|\d{2})(?!\d)`;
const WORDED = String.raw`(?:${MONTHS.join('|')})[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)`;

/** Source of a pattern for the dates that letters write: "10-13-16", "10/14/ 2016", "October 14, 2016". For flag `i`. */
export const DATE = `(?:${NUMERIC}|${WORDED})`;

/** ISO 8601 form of a date that {@link DATE} matched, American order; `undefined` when the calendar has no such day. */
export function isoDate(words: string): string | undefined {
  const worded = /^([a-z]{3})[a-z]*\.? (\d+)\D*(\d{4})$/i.exec(words);
  if (worded) return calendarDay(worded[3], MONTHS.indexOf((worded[1] ?? '').toLowerCase()) + 1, worded[2]);
  const [month, day, year] = words.split(/[-/]/).map((part) => part.trim());
  return calendarDay(year, Number(month), day);
}

function calendarDay(yearWords = '', month: number, dayWords = ''): string | undefined {
  const short = Number(yearWords);
  const year = yearWords.length > 2 ? short : short + (short < CENTURY_PIVOT ? 2000 : 1900);
  const date = new Date(Date.UTC(year, month - 1, Number(dayWords)));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(dayWords);
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
