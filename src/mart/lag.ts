import type { GraphClient } from '../graph/client.js';
import { currentVersion, readChanges } from '../graph/version.js';
import type { MartState } from './state.js';

/** How far a mart is behind the graph. */
export interface MartLag {
  /** Changes of the graph that it does not show; null when the log of changes does not tell: it has to be made anew. */
  readonly changes: number | null;
}

export async function martLag(graph: GraphClient, { revision, token }: MartState): Promise<MartLag> {
  const version = await currentVersion(graph);
  if (version === undefined || version.token === token) return { changes: 0 };
  if (revision === null) return { changes: null };
  const [own, ...later] = await readChanges(graph, revision);
  return { changes: own?.token === token ? later.length : null };
}
