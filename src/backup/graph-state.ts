import { appliedSchema } from '../graph/migrations.js';
import { GraphClient, type Connection } from '../graph/client.js';
import { readTotals } from '../graph/totals.js';
import { currentVersion } from '../graph/version.js';

/** What tells one graph from another. */
export interface GraphState {
  /** Number of the last migration; 0 of a graph that has none. */
  readonly schema: number;
  readonly cases: number;
  readonly findings: number;
  /** Of the graph's version; null of a graph that nobody has written to. */
  readonly revision: number | null;
  readonly token: string | null;
}

/** In milliseconds: of a large graph whose store is cold. */
const TIMEOUT = 120_000;

export async function graphState(connection: Connection): Promise<GraphState> {
  const client = new GraphClient(connection, { timeout: TIMEOUT });
  try {
    const { cases, findings } = await readTotals(client);
    const version = await currentVersion(client);
    const { revision, token } = version ?? { revision: null, token: null };
    return { schema: await appliedSchema(client), cases, findings, revision, token };
  } finally {
    await client.close();
  }
}
