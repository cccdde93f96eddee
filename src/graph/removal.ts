import { clearCases, prune, type RemovedNodes } from './clearing.js';
import type { GraphClient } from './client.js';
import type { CaseState } from './plan.js';
import { moveVersion } from './version.js';

/**
 * Removes a case with its findings and the records of its files, and the shared nodes that no other case needs, in one
 * transaction. Whoever writes the same case at that time does so before or after it.
 * @returns what went beside the case itself; null when there is no such case
 */
export async function removeCase(client: GraphClient, id: string): Promise<RemovedNodes | null> {
  let first: RemovedNodes | undefined;
  return client.write('remove-case', async (run) => {
    // As a writer does: also a case that is about to be there is waited for. What this made, `remove-case` takes away again.
    const [state] = await run<CaseState>('write/lock-cases', { ids: [id] });
    const cleared = await clearCases(run, [id]);
    const [row] = await run<{ removed: number }>('write/remove-case', { id });
    const pruned = await prune(run, cleared);
    // There only when the answer to a commit was lost: what the first attempt did is what counts.
    if ((state?.factsHash ?? null) === null) return first ?? null;
    await moveVersion(run);
    first = { ...pruned, documents: row?.removed ?? 0 };
    return first;
  });
}
