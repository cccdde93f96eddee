// Removes those of the items that no finding decides any more.
// params: ids
// columns: removed
MATCH (i:Item)
WHERE i.id IN $ids AND NOT EXISTS { (i)<-[:DECIDES]-() }
DELETE i
RETURN count(*) AS removed
