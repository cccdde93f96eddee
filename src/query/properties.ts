import { fieldSpans, type StoredSpans } from './spans.js';

/** Values of properties, in the order of their names. */
export type Values = readonly unknown[];

/** The names under which nodes keep what is always read and what is wanted: spans are two lists. */
export function storedNames(always: readonly string[], wanted: ReadonlySet<string>): string[] {
  const names = new Set([...always, ...wanted]);
  return names.delete('spans') ? [...names, 'spanFields', 'spanOffsets'] : [...names];
}

/** Puts values by their names, beside others. */
export function named(
  names: readonly string[],
  values: Values,
  row: Record<string, unknown>,
): Record<string, unknown> {
  for (let i = 0; i < names.length; i++) row[names[i] ?? ''] = values[i];
  return row;
}

/** With spans as they are told, where they were read. */
export function withSpans(row: Record<string, unknown>): Record<string, unknown> {
  if ('spanFields' in row) row['spans'] = fieldSpans(row as unknown as StoredSpans);
  return row;
}
