import { bitsWhere, countBits, hasBit, keepShared, type Bits } from '../bits.js';
import { firstFrom } from '../first-from.js';
import { acceptedRoles, acceptedUnder, setsCiting } from '../guidelines.js';
import { firstCases, firstCasesBy, firstFindings, type IdPage } from '../order.js';
import type { Store } from '../store.js';
import { allOf } from '../tests.js';
import type { View } from '../view.js';

interface Keys {
  readonly keys: readonly string[];
}

interface Paged extends Keys {
  readonly page: IdPage;
}

interface CitedBy {
  readonly roles?: readonly string[] | null;
}

/** As statement `read/findings-of-guidelines`. */
export function findingsOfGuidelines({ store }: View, { keys, roles, page }: Paged & CitedBy): object[] {
  return keys.map((key) => ({ key, values: firstFindings(store, citing(store, key, roles ?? null), page) }));
}

/** As statement `read/findings-of-guidelines-count`. */
export function countFindingsOfGuidelines({ store }: View, { keys, roles }: Keys & CitedBy): object[] {
  return keys.map((key) => ({ key, total: countBits(citing(store, key, roles ?? null)) }));
}

/** As statement `read/findings-of-items`. */
export function findingsOfItems(view: View, { keys, page }: Paged): object[] {
  return keys.map((key) => ({ key, values: firstFindings(view.store, deciding(view, key), page) }));
}

/** As statement `read/cases-of-items`. */
export function casesOfItems(view: View, { keys, page }: Paged): object[] {
  return keys.map((key) => ({ key, values: firstCases(view.store, disputing(view, key), page) }));
}

/** As statement `read/cases-of-items-count`. */
export function countCasesOfItems(view: View, { keys }: Keys): object[] {
  return keys.map((key) => ({ key, total: countBits(disputing(view, key)) }));
}

/** As statement `read/cases-of-reviewers`. Most have few cases, which are found sooner than a set of all cases is filled. */
export function casesOfReviewers({ store, selection }: View, { keys, page }: Paged): object[] {
  const { postings, alive } = selection;
  return keys.map((key) => {
    const reviewer = store.reviewers.find(key);
    const rows = reviewer === undefined ? [] : postings.casesOf(reviewer);
    return { key, values: firstCasesBy(store, (row) => nextOf(rows, row, alive.cases), page) };
  });
}

/** The first of ascending rows that is not before a row, and alive. */
function nextOf(rows: ArrayLike<number>, row: number, alive: Bits): number | undefined {
  let place = firstFrom(0, rows.length, (each) => (rows[each] ?? 0) < row);
  while (place < rows.length && !hasBit(alive, rows[place] ?? 0)) place++;
  return rows[place];
}

/** The findings that cite a guideline or one below it, be it as silent. */
function citing(store: Store, id: string, roles: readonly string[] | null): Bits {
  const { findings } = store;
  const accepted = setsCiting(store, {
    guidelines: acceptedUnder(store, id),
    roles: acceptedRoles(store, roles),
  });
  const bits = bitsWhere(findings.cited.values, accepted, findings.case.length);
  keepShared(bits, store.aliveFindings());
  return bits;
}

function deciding(view: View, id: string): Bits {
  return view.selection.findings(allOf({ of: 'ITEM', any: [id] }));
}

function disputing(view: View, id: string): Bits {
  return view.selection.cases(allOf({ of: 'FINDINGS', conditions: allOf({ of: 'ITEM', any: [id] }) }));
}
