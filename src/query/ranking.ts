import { InputError } from './input-error.js';
import type { Page, PageArguments } from './page.js';

export type Direction = 'ASC' | 'DESC';

/** Compares names as people order them: "9" before "10". */
export const asPeopleOrder = new Intl.Collator('en', { numeric: true }).compare;

/** Compares rows by a number, those without one last; equals by their key. */
export function ranking<Row>(
  valueOf: (row: Row) => number | null,
  direction: Direction,
  keyOf: (row: Row) => string,
) {
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: Row, b: Row): number => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || byName(keyOf(a), keyOf(b));
    }
    return sign * (first - second) || byName(keyOf(a), keyOf(b));
  };
}

function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * One page of rows that are all at hand and in order.
 * @throws {InputError} when `after` is the key of none
 */
export function rankedPage<Row>(
  ranked: readonly Row[],
  keyOf: (row: Row) => string,
  { first, after }: PageArguments,
): Page<Row> {
  const position = typeof after === 'string' ? ranked.findIndex((row) => keyOf(row) === after) : -1;
  if (typeof after === 'string' && position < 0) {
    throw new InputError('after', 'this cursor is not of this list');
  }
  const start = position + 1;
  return { nodes: ranked.slice(start, start + first), hasNextPage: ranked.length > start + first };
}
