// Locks guidelines until the transaction ends (the assignment takes the lock), so that nobody else adds to the quoted
// criteria that are part of them, and tells these.
// params: parentIds
// columns: parentId, id, text
UNWIND $parentIds AS parentId
MATCH (parent:Guideline {id: parentId})
SET parent.id = parentId
WITH parent
MATCH (parent)<-[:PART_OF]-(criterion:Guideline)
WHERE criterion.text IS NOT NULL
RETURN parent.id AS parentId, criterion.id AS id, criterion.text AS text
