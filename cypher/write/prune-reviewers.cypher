// Removes those of the reviewers that have reviewed no case any more. Locks them before it looks (the assignment takes the
// lock), so that what another transaction is about to tie to one of them is seen.
// params: ids
// columns: removed
UNWIND $ids AS id
MATCH (r:Reviewer {id: id})
SET r.id = id
WITH r
WHERE NOT EXISTS { (r)-[:REVIEWED]->() }
DELETE r
RETURN count(*) AS removed
