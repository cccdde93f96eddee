// Findings with the case that each belongs to and the item that it decides: of each those properties that are named, in the order of the
// names.
// params: read {ids, properties}
// columns: properties, caseId, itemId
// index: finding_id
MATCH (c:Case)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
WHERE f.id IN $read.ids
RETURN [name IN $read.properties | f[name]] AS properties, c.id AS caseId, i.id AS itemId
