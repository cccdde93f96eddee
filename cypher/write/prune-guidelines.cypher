// Removes those of the guidelines that nothing cites or applies and nothing is part of any more; tells the parents that may
// follow them.
// params: ids
// columns: parentId
MATCH (g:Guideline)
WHERE g.id IN $ids AND NOT EXISTS { (g)<-[:CITES|APPLIES]-() } AND NOT EXISTS { (g)<-[:PART_OF]-() }
OPTIONAL MATCH (g)-[:PART_OF]->(parent:Guideline)
WITH g, parent.id AS parentId
DETACH DELETE g
WITH DISTINCT parentId
WHERE parentId IS NOT NULL
RETURN parentId
