import type { GuidelineFacts } from './facts.js';
import type { CitedSet, Store } from './store.js';

/** The guideline of a code and those above it, from itself up. */
export function pathUp(store: Store, code: number): readonly number[] {
  const path = [code];
  for (let parent = parentOf(store, code); parent !== undefined; parent = parentOf(store, parent))
    path.push(parent);
  return path;
}

function parentOf(store: Store, code: number): number | undefined {
  const { parentId } = store.guidelines.entry(code);
  return parentId === null ? undefined : store.guidelines.find(parentId);
}

/** For each guideline whether it, or one above it, passes the test. */
export function acceptedAtOrAbove(store: Store, test: (guideline: GuidelineFacts) => boolean): Uint8Array {
  const passes = store.guidelines.entries.map(test);
  return Uint8Array.from(passes.keys(), (code) => Number(pathUp(store, code).some((above) => passes[above])));
}

/** For each guideline whether it is the one of this id, or below it; all are when none is asked for. */
export function acceptedUnder(store: Store, id: string | null | undefined): Uint8Array {
  return acceptedAtOrAbove(store, (guideline) => (id ?? guideline.id) === guideline.id);
}

/** The guidelines of a level that are cited by one of these parties (null: any), themselves or below them, not as silent; each once. */
export function citedAt(
  store: Store,
  { citations }: CitedSet,
  level: string,
  roles: readonly string[] | null,
): number[] {
  const cited = citations.filter(({ role, silent }) => !silent && (roles?.includes(role) ?? true));
  const above = cited.flatMap(({ guideline }) => pathUp(store, guideline));
  return [...new Set(above)].filter((code) => store.guidelines.entry(code).level === level);
}
