import type { GraphClient } from '../graph/client.js';
import { changesSince, currentVersion } from '../graph/version.js';
import type { MartState } from './state.js';

/** How far a mart is behind the graph. */
export interface MartLag {
  /** Changes of the graph that it does not show; null when the log of changes does not tell: it has to be made anew. */
  readonly changes: number | null;
}

export async function martLag(graph: GraphClient, { version }: MartState): Promise<MartLag> {
  const current = await currentVersion(graph);
  if (current === undefined || current.token === version?.token) return { changes: 0 };
  const since = version === null ? undefined : await changesSince(graph, version);
  return { changes: since?.moves ?? null };
}
