// Creates the findings of cases that hold none.
// params: findings [{caseId, itemId, properties}]
UNWIND $findings AS row
MATCH (c:Case {id: row.caseId})
MATCH (i:Item {id: row.itemId})
CREATE (f:Finding)
SET f = row.properties
CREATE (c)-[:HAS_FINDING]->(f)
CREATE (f)-[:DECIDES]->(i)
