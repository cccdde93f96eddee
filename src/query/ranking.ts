import { byName } from '../common/by-name.js';
import type { ListPage, PageArguments } from './page.js';
import { isValue, placeAfter, placeText, type Direction, type Place } from './place.js';

/** Compares names as people order them: "9" before "10". */
const asPeopleOrder = new Intl.Collator('en', { numeric: true }).compare;

/** The order of a list whose rows are all at hand. */
export interface Ranking<Row> {
  /** Names the list and its order; what is asked for otherwise is another list. */
  readonly order: string;
  /** What is compared: numbers, or names as people order them; rows without a value come last. */
  readonly valueOf: (row: Row) => Place['value'];
  readonly direction: Direction;
  /** Tells a row from all others; equals are in its order. */
  readonly keyOf: (row: Row) => string;
}

/** Compares rows by a value, those without one last; equals by their key. */
export function ranking<Row>(
  valueOf: Ranking<Row>['valueOf'],
  direction: Direction,
  keyOf: Ranking<Row>['keyOf'],
): (a: Row, b: Row) => number {
  return (a, b) =>
    comparePlaces({ value: valueOf(a), key: keyOf(a) }, { value: valueOf(b), key: keyOf(b) }, direction);
}

function comparePlaces(a: Place, b: Place, direction: Direction): number {
  if (a.value === null || b.value === null) {
    return Number(a.value === null) - Number(b.value === null) || byName(a.key, b.key);
  }
  const sign = direction === 'ASC' ? 1 : -1;
  return sign * compareValues(a.value, b.value) || byName(a.key, b.key);
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : asPeopleOrder(String(a), String(b));
}

/**
 * One page of rows that are all at hand: those that rank behind the place of the cursor, whether its row is still there or
 * not.
 * @throws {InputError} when `after` is no place of this order
 */
export function rankedPage<Row>(
  rows: readonly Row[],
  { order, valueOf, direction, keyOf }: Ranking<Row>,
  { first, after }: PageArguments,
): ListPage<Row> {
  const place = placeAfter(after, order, isValue);
  const placeOf = (row: Row): Place => ({ value: valueOf(row), key: keyOf(row) });
  const ranked = [...rows].sort(ranking(valueOf, direction, keyOf));
  const behind =
    place === null ? ranked : ranked.filter((row) => comparePlaces(placeOf(row), place, direction) > 0);
  return {
    nodes: behind.slice(0, first),
    hasNextPage: behind.length > first,
    hasPreviousPage: place !== null,
    placeOf: (row) => placeText(order, placeOf(row)),
    count: () => Promise.resolve(rows.length),
  };
}
