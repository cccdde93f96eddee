// How many findings decide each item; nodes know it without looking at the findings.
// params: keys
// columns: key, total
// index: item_id
MATCH (i:Item)
WHERE i.id IN $keys
RETURN i.id AS key, COUNT { (i)<-[:DECIDES]-() } AS total
