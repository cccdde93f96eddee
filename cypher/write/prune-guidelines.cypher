// Removes those of the guidelines that nothing cites, applies or quotes, and nothing is part of any more; tells these, and
// the parents that may follow them.
// params: ids
// columns: id, parentId (null of a source)
MATCH (g:Guideline)
WHERE g.id IN $ids
  AND NOT EXISTS { (g)<-[:CITES|APPLIES|QUOTES]-() } AND NOT EXISTS { (g)<-[:PART_OF]-() }
OPTIONAL MATCH (g)-[:PART_OF]->(parent:Guideline)
WITH g, g.id AS id, parent.id AS parentId
DETACH DELETE g
RETURN id, parentId
