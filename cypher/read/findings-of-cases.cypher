// The findings of each case, in the letter's order.
// params: keys
// columns: key, values (finding ids)
// index: case_id
MATCH (c:Case)-[:HAS_FINDING]->(f:Finding)
WHERE c.id IN $keys
WITH c, f
ORDER BY f.ordinal
RETURN c.id AS key, collect(f.id) AS values
