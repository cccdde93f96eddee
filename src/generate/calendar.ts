/** A day of the calendar, counted from 1 January 1970. */
export type Day = number;

const MILLISECONDS = 86_400_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The day of a date; months count from 1. */
export function dayOf(year: number, month: number, date: number): Day {
  return Date.UTC(year, month - 1, date) / MILLISECONDS;
}

/** The year that a day falls in. */
export function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCFullYear();
}

/** `2016-10-03` */
export function isoDate(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

function parts(day: Day): { year: string; month: string; date: string } {
  const [year = '', month = '', date = ''] = isoDate(day).split('-');
  return { year, month, date };
}

/** `10/03/2016` */
export function paddedDate(day: Day): string {
  const { year, month, date } = parts(day);
  return `${month}/${date}/${year}`;
}

/** `10/3/2016` */
export function shortDate(day: Day): string {
  const { year, month, date } = parts(day);
  return `${Number(month)}/${Number(date)}/${year}`;
}

/** The forms in which letters write dates in running text. */
export const PROSE_DATES: readonly ((day: Day) => string)[] = [
  (day) => paddedDate(day).replaceAll('/', '-'),
  (day) =>
    shortDate(day)
      .replaceAll('/', '-')
      .replace(/-\d\d(\d\d)$/, '-$1'),
  shortDate,
  paddedDate,
  (day) => shortDate(day).replace(/\/\d\d(\d\d)$/, '/$1'),
  (day) => {
    const { year, month, date } = parts(day);
    return `${MONTHS[Number(month) - 1] ?? ''} ${Number(date)}, ${year}`;
  },
];
