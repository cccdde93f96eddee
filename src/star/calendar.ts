import type { RowOf } from './table.js';
import type { dimDate } from './tables.js';

const DAY = 86_400_000;
const MONTHS = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** All days of a calendar year. */
export function* daysOfYear(year: number): Generator<RowOf<typeof dimDate>> {
  const day = new Date(0);
  day.setUTCFullYear(year, 0, 1);
  for (; day.getUTCFullYear() === year; day.setTime(day.getTime() + DAY)) {
    const date = day.toISOString().slice(0, 10);
    const month = day.getUTCMonth() + 1;
    yield {
      date,
      year,
      quarter: Math.ceil(month / 3),
      month,
      month_start: `${date.slice(0, 8)}01`,
      month_name: MONTHS.format(day),
      day_of_week: day.getUTCDay() === 0 ? 7 : day.getUTCDay(),
    };
  }
}
