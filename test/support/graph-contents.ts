import type { Connection } from '../../src/graph/client.js';
import { runCypher, testConnection } from './graph.js';

/** What differs between two graphs of the same letters: when they were made. */
const TIMES = ['readAt', 'quarantinedAt', 'appliedAt'];

const PROPERTIES =
  '[key IN keys(x) | [key, valueType(x[key]), CASE WHEN key IN $times THEN null ELSE x[key] END]]';

const STATEMENTS = {
  nodes: `MATCH (x) WHERE NOT x:GraphVersion|Change RETURN labels(x) AS labels, ${PROPERTIES} AS properties`,
  relationships: `MATCH (a)-[x]->(b)
    RETURN type(x) AS type, coalesce(a.id, a.sha256) AS start, coalesce(b.id, b.sha256) AS end, ${PROPERTIES} AS properties`,
  constraints: 'SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties',
  indexes: 'SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, options, owningConstraint',
};

/**
 * All that a graph holds but its version and the times of reading, with the types of its values, its constraints and its indexes,
 * in a fixed order: equal graphs have equal contents.
 */
export async function contentsOf(
  connection: Pick<Connection, 'uri' | 'user' | 'password'> = testConnection(),
): Promise<Record<string, readonly string[]>> {
  const contents: Record<string, string[]> = {};
  for (const [what, text] of Object.entries(STATEMENTS)) {
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
