import type { GraphClient } from './client.js';

/** How much the graph holds. */
export interface GraphTotals {
  readonly cases: number;
  readonly findings: number;
  readonly upheld: number;
  readonly overturned: number;
}

/** Counts what the graph holds. */
export async function readTotals(client: GraphClient): Promise<GraphTotals> {
  const [row] = await client.read<GraphTotals>('read/totals');
  return row ?? { cases: 0, findings: 0, upheld: 0, overturned: 0 };
}
