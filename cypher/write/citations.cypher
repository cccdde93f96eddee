// Creates the citations of new findings. One guideline may be cited several times by one finding: each is an edge.
// params: citations [{findingId, guidelineId, properties}]
UNWIND $citations AS row
MATCH (f:Finding {id: row.findingId})
MATCH (g:Guideline {id: row.guidelineId})
CREATE (f)-[edge:CITES]->(g)
SET edge = row.properties
