// Removes those of the items that no finding decides any more. Locks them before it looks (the assignment takes the lock), so
// that what another transaction is about to tie to one of them is seen.
// params: ids
// columns: removed
UNWIND $ids AS id
MATCH (i:Item {id: id})
SET i.id = id
WITH i
WHERE NOT EXISTS { (i)<-[:DECIDES]-() }
DELETE i
RETURN count(*) AS removed
