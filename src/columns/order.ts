import { byName } from '../common/by-name.js';
import { hasBit, type Bits } from './bits.js';
import type { Store } from './store.js';

/** A page by ids, behind one. */
export interface IdPage {
  readonly after: string;
  readonly limit: number;
}

/** The ids of the first cases of a set behind an id, in the order of ids. */
export function firstCases(store: Store, cases: Bits, page: IdPage): string[] {
  return first(store, page, (row) => (hasBit(cases, row) ? [idOf(store, row)] : []));
}

/** As {@link firstCases}, of findings. */
export function firstFindings(store: Store, findings: Bits, page: IdPage): string[] {
  const { cases } = store;
  return first(store, page, (row) => {
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
 */
function first(store: Store, { after, limit }: IdPage, idsOf: (row: number) => string[]): string[] {
  const { length } = store.cases.ids;
  const inOrder: string[] = [];
  const behind = (row: number) => idsOf(row).filter((id) => id > after);
  for (let row = startOf(store, after); row < store.inOrder && inOrder.length < limit; row++) {
    inOrder.push(...behind(row).sort(byName));
  }
  const others: string[] = [];
  for (let row = store.inOrder; row < length; row++) others.push(...behind(row));
  const ids = others.length === 0 ? inOrder : [...inOrder, ...others].sort(byName);
  return ids.slice(0, limit);
}

/** The first row in order that may hold what is behind an id: that of the last case that is not. */
function startOf(store: Store, after: string): number {
  let low = 0;
  let high = store.inOrder;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (idOf(store, middle) <= after) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function idOf(store: Store, row: number): string {
  return store.cases.ids[row] ?? '';
}
