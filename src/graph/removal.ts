import { clearCases, prune, type RemovedNodes } from './clearing.js';
import type { GraphClient } from './client.js';
import { lockGraph } from './lock.js';
import { moveVersion } from './version.js';

/**
 * Removes a case with its findings and the records of its files, and the shared nodes that no other case needs, in one
 * transaction.
 * @returns what went beside the case itself; null when there is no such case
 */
export async function removeCase(client: GraphClient, id: string): Promise<RemovedNodes | null> {
  let first: RemovedNodes | undefined;
  return client.write('remove-case', async (run) => {
    await lockGraph(run);
    const cleared = await clearCases(run, [id]);
    const [gone] = await run<{ removed: number }>('write/remove-case', { id });
    // Not there: or, when the answer to a commit was lost, not any more; what the first attempt did is what counts.
    if (gone === undefined) return first ?? null;
    first = { ...(await prune(run, cleared)), documents: gone.removed };
    await moveVersion(run, [id]);
    return first;
  });
}
