import type { Interval } from '../../../src/query/wilson.js';

/* Numbers and days as the reader's own language writes them. */

const whole = new Intl.NumberFormat();
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

export function count(value: number): string {
  return whole.format(value);
}

/** @param rate 0 to 1; null: of nothing */
export function share(rate: number | null): string {
  return rate === null ? '–' : percent.format(rate);
}

/** `71%–83%`, in the reader's own way. */
export function interval({ low, high }: Interval): string {
  return `${percent.format(low)}–${percent.format(high)}`;
}

/** @param day in ISO 8601 */
export function day(day: string | null): string {
  return day === null ? 'not stated' : days.format(new Date(`${day}T00:00:00Z`));
}

/** `1 finding`, `2 findings`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
