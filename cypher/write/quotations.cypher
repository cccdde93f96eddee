// Creates what new findings quote of criteria.
// params: quotations [{findingId, criterionId, properties}]
UNWIND $quotations AS row
MATCH (f:Finding {id: row.findingId})
MATCH (g:Guideline {id: row.criterionId})
CREATE (f)-[edge:QUOTES]->(g)
SET edge = row.properties
