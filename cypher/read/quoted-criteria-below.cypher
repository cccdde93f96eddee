// The quoted criteria that are part of each of these guidelines.
// params: parentIds
// columns: parentId, id, text
// index: guideline_id
UNWIND $parentIds AS parentId
MATCH (parent:Guideline {id: parentId})<-[:PART_OF]-(criterion:Guideline)
WHERE criterion.text IS NOT NULL
RETURN parentId, criterion.id AS id, criterion.text AS text
