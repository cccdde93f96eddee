// Removes those of the guidelines that nothing cites, applies or quotes, and nothing is part of any more; tells these, and
// the parents that may follow them. Locks them before it looks (the assignment takes the lock), so that what another
// transaction is about to tie to one of them is seen.
// params: ids
// columns: id, parentId (null of a source)
UNWIND $ids AS id
MATCH (g:Guideline {id: id})
SET g.id = id
WITH g
WHERE NOT EXISTS { (g)<-[:CITES|APPLIES|QUOTES]-() } AND NOT EXISTS { (g)<-[:PART_OF]-() }
OPTIONAL MATCH (g)-[:PART_OF]->(parent:Guideline)
WITH g, g.id AS id, parent.id AS parentId
DETACH DELETE g
RETURN id, parentId
