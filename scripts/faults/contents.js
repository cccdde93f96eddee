// @ts-check
/** All that a graph of letters holds, to be compared with another one. */

/** What differs between two graphs of the same letters: when they were made. */
export const TIMES = ['readAt', 'quarantinedAt', 'appliedAt'];

const PROPERTIES =
  '[key IN keys(x) | [key, valueType(x[key]), CASE WHEN key IN $times THEN null ELSE x[key] END]]';

/** Statements with the parameter `times`; their rows are in no order, and neither are the pairs in `properties`. */
export const CONTENTS = {
  nodes: `MATCH (x) WHERE NOT x:GraphVersion|Change RETURN labels(x) AS labels, ${PROPERTIES} AS properties`,
  relationships: `MATCH (a)-[x]->(b)
    RETURN type(x) AS type, coalesce(a.id, a.sha256) AS start, coalesce(b.id, b.sha256) AS end, ${PROPERTIES} AS properties`,
  constraints: 'SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties',
  indexes: 'SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, options, owningConstraint',
};
