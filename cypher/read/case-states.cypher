// What the graph holds of each case: nulls when there is none. Whoever is about to write them holds the lock of the graph, so
// that it stays so.
// params: ids
// columns: id, factsHash, parserVersion
// index: case_id
UNWIND $ids AS id
OPTIONAL MATCH (c:Case {id: id})
RETURN id, c.factsHash AS factsHash, c.parserVersion AS parserVersion
