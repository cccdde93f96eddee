// How many cases dispute each item.
// params: keys
// columns: key, total
// index: item_id
MATCH (i:Item)
WHERE i.id IN $keys
RETURN i.id AS key, COUNT {
  MATCH (i)<-[:DECIDES]-(:Finding)<-[:HAS_FINDING]-(c:Case)
  RETURN DISTINCT c
} AS total
