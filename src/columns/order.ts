import { byName } from '../common/by-name.js';
import { hasBit, nextRow, type Bits } from './bits.js';
import { firstFrom } from './first-from.js';
import type { Store } from './store.js';

/** A page by ids, behind one. */
export interface IdPage {
  readonly after: string;
  readonly limit: number;
}

/** The ids of the first cases of a set behind an id, in the order of ids. */
export function firstCases(store: Store, cases: Bits, page: IdPage): string[] {
  return firstCasesBy(store, (row) => nextRow(cases, row), page);
}

/** As {@link firstCases}, of the set that `next` tells the first row of from a row on. */
export function firstCasesBy(
  store: Store,
  next: (row: number) => number | undefined,
  page: IdPage,
): string[] {
  return first(store, page, next, (row) => [idOf(store, row)]);
}

/** As {@link firstCases}, of findings. */
export function firstFindings(store: Store, findings: Bits, page: IdPage): string[] {
  const { cases } = store;
  const nextCase = (row: number) => {
    const finding = row < cases.ids.length ? nextRow(findings, cases.first.at(row)) : undefined;
    return finding === undefined ? undefined : store.findings.case.at(finding);
  };
  return first(store, page, nextCase, (row) => {
    const start = cases.first.at(row);
    const end = start + cases.findings.at(row);
    const ids: string[] = [];
    for (let finding = start; finding < end; finding++) {
      if (hasBit(findings, finding)) ids.push(store.findingId(finding));
    }
    return ids;
  });
}

/**
 * Rows that were read when the columns were built are in the order of ids: of these only as many are looked at as the page takes.
 * Those of cases that were written since are all looked at; they are few.
 * @param next the first case from a row on that is of the set, or has findings that are
 */
function first(
  store: Store,
  { after, limit }: IdPage,
  next: (row: number) => number | undefined,
  idsOf: (row: number) => string[],
): string[] {
  const inOrder: string[] = [];
  const behind = (row: number) => idsOf(row).filter((id) => id > after);
  let row = next(startOf(store, after));
  for (; row !== undefined && row < store.inOrder && inOrder.length < limit; row = next(row + 1)) {
    inOrder.push(...behind(row).sort(byName));
  }
  const others: string[] = [];
  for (row = next(store.inOrder); row !== undefined; row = next(row + 1)) others.push(...behind(row));
  const ids = others.length === 0 ? inOrder : [...inOrder, ...others].sort(byName);
  return ids.slice(0, limit);
}

/** The first row in order that may hold what is behind an id: that of the last case that is not. */
function startOf(store: Store, after: string): number {
  const row = rowFrom(store, after);
  return idOf(store, row) === after ? row : Math.max(0, row - 1);
}

/** Rows that are looked at together. */
const AT_ONCE = 1024;

/**
 * The rows of a set of cases by case number, some at a time: first those that were written since the columns were built, in no order; then the
 * others in their order. Those without a number come last.
 * @param place a number to begin with; without one (null) the id of a case that has none
 */
export function* casesByNumber(
  store: Store,
  cases: Bits,
  descending: boolean,
  place?: { readonly value: string | null; readonly id: string },
): Generator<number[]> {
  const { inOrder } = store;
  const within = (start: number, end: number) =>
    Array.from({ length: end - start }, (_, i) => start + i).filter((row) => hasBit(cases, row));
  yield within(inOrder, store.cases.ids.length);
  const numbered = rowFrom(store, NO_NUMBER);
  const hasNone = place?.value === null;
  const start = place === undefined ? undefined : Math.min(rowFrom(store, place.value ?? ''), numbered);
  if (!hasNone && descending) {
    for (let end = Math.min((start ?? numbered) + 1, numbered); end > 0; end -= AT_ONCE)
      yield within(Math.max(0, end - AT_ONCE), end).reverse();
  } else if (!hasNone) {
    for (let row = start ?? 0; row < numbered; row += AT_ONCE)
      yield within(row, Math.min(row + AT_ONCE, numbered));
  }
  const first = hasNone ? Math.max(numbered, rowFrom(store, place.id)) : numbered;
  for (let row = first; row < inOrder; row += AT_ONCE) yield within(row, Math.min(row + AT_ONCE, inOrder));
}

/** A case without a number has the hash of its text for an id, which is behind all numbers. */
const NO_NUMBER = 'sha256:';

/** Whether an id is that of a case without a number. */
export function hasNoNumber(id: string): boolean {
  return id.startsWith(NO_NUMBER);
}

/** The first row in order whose id is not before one. */
function rowFrom(store: Store, id: string): number {
  return firstFrom(0, store.inOrder, (row) => idOf(store, row) < id);
}

function idOf(store: Store, row: number): string {
  return store.cases.ids[row] ?? '';
}
