import type { Run } from './client.js';

/** How many nodes went; of those that several cases share, the ones that no other needs. */
export interface RemovedNodes {
  readonly findings: number;
  readonly documents: number;
  readonly items: number;
  readonly reviewers: number;
  /** Of all levels, criteria among them. */
  readonly guidelines: number;
}

/** What was taken off cases: so many findings, and the ids of shared nodes that may now be without a case. */
export interface Cleared {
  readonly findings: number;
  readonly items: readonly string[];
  readonly guidelines: readonly string[];
  readonly reviewers: readonly string[];
}

const NOTHING: Cleared = { findings: 0, items: [], guidelines: [], reviewers: [] };

/** Takes findings and reviewers off cases; `prune` has to follow. */
export async function clearCases(run: Run, ids: readonly string[]): Promise<Cleared> {
  if (ids.length === 0) return NOTHING;
  const [cleared = NOTHING] = await run<Cleared>('write/clear-cases', { ids });
  return cleared;
}

/** Takes away the shared nodes that the cleared cases alone had held; a guideline's parents follow upwards. */
export async function prune(run: Run, cleared: Cleared): Promise<Omit<RemovedNodes, 'documents'>> {
  const { findings } = cleared;
  const items = await remove(run, 'write/prune-items', { ids: cleared.items });
  const reviewers = await remove(run, 'write/prune-reviewers', { ids: cleared.reviewers });
  let guidelines = 0;
  let ids = cleared.guidelines;
  while (ids.length > 0) {
    const gone = await run<{ parentId: string | null }>('write/prune-guidelines', { ids });
    guidelines += gone.length;
    ids = [...new Set(gone.flatMap(({ parentId }) => parentId ?? []))];
  }
  return { findings, items, reviewers, guidelines };
}

/** Runs a statement that removes nodes, unless there is nothing to remove; returns how many went. */
export async function remove(
  run: Run,
  name: string,
  parameters: { readonly ids: readonly string[]; readonly parserVersion?: string },
): Promise<number> {
  if (parameters.ids.length === 0) return 0;
  const [row] = await run<{ removed: number }>(name, parameters);
  return row?.removed ?? 0;
}
