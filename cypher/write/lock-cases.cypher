// Makes sure that each case has a node, locks it until the transaction ends (the assignment takes the lock), and tells
// what it holds: nulls when it is new.
// params: ids
// columns: id, factsHash, parserVersion
UNWIND $ids AS id
MERGE (c:Case {id: id})
SET c.id = id
RETURN c.id AS id, c.factsHash AS factsHash, c.parserVersion AS parserVersion
