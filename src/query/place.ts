import { InputError } from './input-error.js';

export type Direction = 'ASC' | 'DESC';

/** Where a row stands in a list: what the list is in order by, and the key that tells rows of equal values apart. */
export interface Place {
  readonly value: string | number | null;
  readonly key: string;
}

/**
 * A place as text, which is what a cursor holds.
 * @param order names the list and what it is in order by: a place of one order is none of another
 */
export function placeText(order: string, { value, key }: Place): string {
  return JSON.stringify([order, value, key]);
}

/**
 * The place behind which a page begins; null for the first page.
 * @param isValue whether rows of this list may have such a value: places come from outside
 * @throws {InputError} when it is no place of this order
 */
export function placeAfter(
  after: string | null | undefined,
  order: string,
  isValue: (value: unknown) => boolean,
): Place | null {
  if (after === null || after === undefined) return null;
  const parts = parse(after);
  const [ofOrder, value, key] = parts;
  if (parts.length !== 3 || ofOrder !== order || !isValue(value) || typeof key !== 'string') {
    throw new InputError('after', 'must be a cursor of this list, in this order');
  }
  return { value: value as Place['value'], key };
}

function parse(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Lists in the order of their keys have no other value. */
export function isNull(value: unknown): boolean {
  return value === null;
}

/** What rows may be in order by. */
export function isValue(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'string';
}
