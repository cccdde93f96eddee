// Removes those of the items that no finding decides any more.
// params: ids
MATCH (i:Item)
WHERE i.id IN $ids AND NOT EXISTS { (i)<-[:DECIDES]-() }
DELETE i
