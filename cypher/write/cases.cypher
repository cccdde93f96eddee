// Writes cases that hold nothing, new ones or cleared ones, with their findings and all that these decide, cite, apply and quote.
// Rows name shared nodes by their place in the lists of ids: each node is looked up once, whatever the number of edges. One that
// is missing would be null, and an edge to null fails. Confidence is a fraction also
// where it is 1.
// params: batch {reviewers [id], items [id], guidelines [id], cases [{id, reviewer, properties, findings [{item, properties,
//   cited, applied, quoted (each [{guideline, properties}])}]}]}
CALL () {
  UNWIND range(0, size($batch.reviewers) - 1) AS place
  OPTIONAL MATCH (r:Reviewer {id: $batch.reviewers[place]})
  WITH place, r
  ORDER BY place
  RETURN collect([r]) AS reviewers
}
CALL () {
  UNWIND range(0, size($batch.items) - 1) AS place
  OPTIONAL MATCH (i:Item {id: $batch.items[place]})
  WITH place, i
  ORDER BY place
  RETURN collect([i]) AS items
}
CALL () {
  UNWIND range(0, size($batch.guidelines) - 1) AS place
  OPTIONAL MATCH (g:Guideline {id: $batch.guidelines[place]})
  WITH place, g
  ORDER BY place
  RETURN collect([g]) AS guidelines
}
UNWIND $batch.cases AS row
WITH items, guidelines, row, reviewers[row.reviewer][0] AS r
MERGE (c:Case {id: row.id})
SET c = row.properties
SET c.dateOfInjury = date(row.properties.dateOfInjury),
    c.dateAssigned = date(row.properties.dateAssigned),
    c.decisionDate = date(row.properties.decisionDate),
    c.utilizationReviewDate = date(row.properties.utilizationReviewDate),
    c.applicationReceivedDate = date(row.properties.applicationReceivedDate)
CREATE (r)-[:REVIEWED]->(c)
WITH items, guidelines, c, row
UNWIND row.findings AS finding
WITH guidelines, c, finding, items[finding.item][0] AS i
CREATE (c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i)
SET f = finding.properties
WITH guidelines, f, finding
CALL (guidelines, f, finding) {
  UNWIND finding.cited AS edge
  WITH f, edge, guidelines[edge.guideline][0] AS g
  CREATE (f)-[cites:CITES]->(g)
  SET cites = edge.properties
}
CALL (guidelines, f, finding) {
  UNWIND finding.applied AS edge
  WITH f, edge, guidelines[edge.guideline][0] AS g
  CREATE (f)-[applies:APPLIES]->(g)
  SET applies = edge.properties, applies.confidence = toFloat(edge.properties.confidence)
}
CALL (guidelines, f, finding) {
  UNWIND finding.quoted AS edge
  WITH f, edge, guidelines[edge.guideline][0] AS g
  CREATE (f)-[quotes:QUOTES]->(g)
  SET quotes = edge.properties
}
