// Creates what new findings say of criteria: whether each is met. The confidence is a fraction also where it is 1.
// params: applied [{findingId, criterionId, properties}]
UNWIND $applied AS row
MATCH (f:Finding {id: row.findingId})
MATCH (g:Guideline {id: row.criterionId})
CREATE (f)-[edge:APPLIES]->(g)
SET edge = row.properties, edge.confidence = toFloat(row.properties.confidence)
