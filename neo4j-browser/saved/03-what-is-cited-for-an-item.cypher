// Who cites what, for the items of one letter: the edges tell the role of who cites
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL AND EXISTS { (c)-[:HAS_FINDING]->()-[:CITES]->() }
WITH c
ORDER BY c.decisionDate DESC
LIMIT 1
MATCH (c)-[has:HAS_FINDING]->(f:Finding)-[cites:CITES]->(g:Guideline)
OPTIONAL MATCH above = (g)-[:PART_OF*1..2]->(:Guideline)
RETURN c, has, f, cites, g, above
