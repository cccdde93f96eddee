import type { GuidelineFacts } from './facts.js';
import { listsOfFindings, type Lists } from './lists.js';
import type { Store } from './store.js';

/** The guideline of a code and those above it, from itself up. */
export function pathUp(store: Store, code: number): readonly number[] {
  const path = [code];
  for (let parent = store.parentOf(code); parent !== undefined; parent = store.parentOf(parent))
    path.push(parent);
  return path;
}

/** For each guideline whether it, or one above it, passes the test. */
export function acceptedAtOrAbove(store: Store, test: (guideline: GuidelineFacts) => boolean): Uint8Array {
  const passes = store.guidelines.entries.map(test);
  return Uint8Array.from(passes.keys(), (code) => Number(pathUp(store, code).some((above) => passes[above])));
}

/** For each guideline whether it is the one of this id, or below it; all are when none is asked for. */
export function acceptedUnder(store: Store, id: string | null | undefined): Uint8Array {
  if ((id ?? null) === null) return new Uint8Array(store.guidelines.size).fill(1);
  return acceptedAtOrAbove(store, (guideline) => guideline.id === id);
}

/** Which citations are looked at. */
export interface CitationScope {
  /** Null: those of any party. */
  readonly roles: readonly string[] | null;
  /** By the code of a guideline; without it, of any. */
  readonly guidelines?: Uint8Array;
}

/**
 * For each set of citations, by its code, what is told of those in scope that are not silent: each once.
 * @param toldOf by the code of a guideline
 */
export function toldOfSets<Value>(
  store: Store,
  { roles, guidelines }: CitationScope,
  toldOf: (guideline: number) => readonly Value[],
): readonly (readonly Value[])[] {
  const { set, role, silent, guideline } = store.citations;
  const told = store.guidelines.entries.map((_, code) => toldOf(code));
  const isOfRole = acceptedRoles(store, roles);
  const sets = new Array<readonly Value[]>(store.cited.size).fill([]);
  for (let row = 0; row < set.length; row++) {
    const cited = guideline.at(row);
    if (silent.at(row) === 1 || isOfRole[role.at(row)] !== 1 || guidelines?.[cited] === 0) continue;
    const of = set.at(row);
    sets[of] = union(sets[of] ?? [], told[cited] ?? []);
  }
  return sets;
}

/** The lists themselves where nothing is added: few are made, and equal ones are often one. */
function union<Value>(list: readonly Value[], other: readonly Value[]): readonly Value[] {
  if (list.length === 0) return other;
  return other.every((value) => list.includes(value)) ? list : [...new Set([...list, ...other])];
}

/** For each role, by its code, whether it is one of these; null: all are. */
export function acceptedRoles(store: Store, roles: readonly string[] | null | undefined): Uint8Array {
  return Uint8Array.from(store.names.role.all, (role) => Number(roles?.includes(role ?? '') ?? true));
}

/** What is asked of one citation: of roles and guidelines by their codes. */
interface AcceptedCitations {
  readonly roles: Uint8Array;
  readonly guidelines: Uint8Array;
  /** Without it, both are accepted. */
  readonly silent?: boolean;
}

/** For each set of citations, by its code, whether it has one that is accepted. */
export function setsCiting(store: Store, { roles, guidelines, silent }: AcceptedCitations): Uint8Array {
  const { citations, cited } = store;
  const [set, role, guideline] = [citations.set.values, citations.role.values, citations.guideline.values];
  const sets = new Uint8Array(cited.size);
  for (let row = 0; row < citations.set.length; row++) {
    if (silent !== undefined && (citations.silent.values[row] === 1) !== silent) continue;
    const isAccepted = (roles[role[row] ?? 0] ?? 0) & (guidelines[guideline[row] ?? 0] ?? 0);
    if (isAccepted === 1) sets[set[row] ?? 0] = 1;
  }
  return sets;
}

/** The guidelines of a level that are cited, themselves or below them: by the code of a set of citations. */
export function citedAt(store: Store, level: string, scope: CitationScope): readonly (readonly number[])[] {
  return toldOfSets(store, scope, (guideline) =>
    pathUp(store, guideline).filter((code) => store.guidelines.entry(code).level === level),
  );
}

/** As {@link citedAt}, of each finding. */
export function citedLists(store: Store, level: string, scope: CitationScope): Lists<number> {
  const sets = citedAt(store, level, scope);
  return listsOfFindings(store, store.findings.cited.values, sets, (set) => set);
}
