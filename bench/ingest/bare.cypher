// The same letters with nothing but CREATE: no lock, no look at what is there, no version, log, or comparison of quoted criteria.
// The nodes that letters share are there beforehand.
// params: cases [{reviewer, document, properties, findings [{item, properties, cited, applied (both [{guidelineId, properties}])}]}]
UNWIND $cases AS row
MATCH (r:Reviewer {id: row.reviewer})
CREATE (r)-[:REVIEWED]->(c:Case)-[:READ_FROM]->(d:Document)
SET c = row.properties, d = row.document
WITH c, row
UNWIND row.findings AS finding
MATCH (i:Item {id: finding.item})
CREATE (c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i)
SET f = finding.properties
WITH f, finding
CALL (f, finding) {
  UNWIND finding.cited AS edge
  MATCH (g:Guideline {id: edge.guidelineId})
  CREATE (f)-[cites:CITES]->(g)
  SET cites = edge.properties
}
CALL (f, finding) {
  UNWIND finding.applied AS edge
  MATCH (g:Guideline {id: edge.guidelineId})
  CREATE (f)-[applies:APPLIES]->(g)
  SET applies = edge.properties
}
