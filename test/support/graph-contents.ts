import { CONTENTS, TIMES } from '../../scripts/faults/contents.js';
import type { Connection } from '../../src/graph/client.js';
import { runCypher, testConnection } from './graph.js';

/**
 * All that a graph holds but its version and the times of reading, with the types of its values, its constraints and its indexes,
 * in a fixed order: equal graphs have equal contents.
 */
export async function contentsOf(
  connection: Pick<Connection, 'uri' | 'user' | 'password'> = testConnection(),
): Promise<Record<string, readonly string[]>> {
  const contents: Record<string, string[]> = {};
  for (const [what, text] of Object.entries(CONTENTS)) {
    const rows = await runCypher<Row>(text, { times: TIMES }, connection);
    contents[what] = rows.map((row) => JSON.stringify({ ...row, ...sorted(row) })).sort();
  }
  return contents;
}

interface Row {
  readonly properties?: readonly unknown[] | null;
}

/** Properties have no order of their own. */
function sorted({ properties }: Row): Row {
  return { properties: (properties ?? []).map((property) => JSON.stringify(property)).sort() };
}
