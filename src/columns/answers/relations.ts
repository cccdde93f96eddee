import { bitsWhere, countBits, emptyBits, keepShared, rowsOf, setBit, type Bits } from '../bits.js';
import { pathUp } from '../guidelines.js';
import { firstCases, firstFindings, type IdPage } from '../order.js';
import type { Store } from '../store.js';
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
export function findingsOfItems({ store }: View, { keys, page }: Paged): object[] {
  return keys.map((key) => ({ key, values: firstFindings(store, deciding(store, key), page) }));
}

/** As statement `read/cases-of-items`. */
export function casesOfItems({ store }: View, { keys, page }: Paged): object[] {
  return keys.map((key) => ({ key, values: firstCases(store, disputing(store, key), page) }));
}

/** As statement `read/cases-of-items-count`. */
export function countCasesOfItems({ store }: View, { keys }: Keys): object[] {
  return keys.map((key) => ({ key, total: countBits(disputing(store, key)) }));
}

/** As statement `read/cases-of-reviewers`. */
export function casesOfReviewers({ store }: View, { keys, page }: Paged): object[] {
  return keys.map((key) => ({ key, values: firstCases(store, reviewedBy(store, key), page) }));
}

/** The findings that cite a guideline or one below it, be it as silent. */
function citing(store: Store, id: string, roles: readonly string[] | null): Bits {
  const { findings, guidelines, cited } = store;
  const isUnder = Uint8Array.from(guidelines.entries.keys(), (code) =>
    Number(pathUp(store, code).some((above) => guidelines.entry(above).id === id)),
  );
  const accepted = Uint8Array.from(cited.entries, ({ citations }) =>
    Number(
      citations.some(({ role, guideline }) => isUnder[guideline] === 1 && (roles?.includes(role) ?? true)),
    ),
  );
  return living(store.aliveFindings(), bitsWhere(findings.cited.values, accepted, findings.case.length));
}

function deciding(store: Store, id: string): Bits {
  const { findings, items } = store;
  const accepted = Uint8Array.from(items.entries, (item) => Number(item.id === id));
  return living(store.aliveFindings(), bitsWhere(findings.item.values, accepted, findings.case.length));
}

function disputing(store: Store, id: string): Bits {
  const { cases, findings } = store;
  const bits = emptyBits(cases.ids.length);
  for (const row of rowsOf(deciding(store, id))) setBit(bits, findings.case.at(row));
  return bits;
}

function reviewedBy(store: Store, id: string): Bits {
  const { cases, reviewers } = store;
  const accepted = Uint8Array.from(reviewers.entries, (reviewer) => Number(reviewer.id === id));
  return living(store.aliveCases(), bitsWhere(cases.reviewer.values, accepted, cases.ids.length));
}

function living(alive: Bits, bits: Bits): Bits {
  keepShared(alive, bits);
  return alive;
}
