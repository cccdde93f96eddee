// One page of the findings that decide each item, by id.
// params: keys, page {after, limit}
// columns: key, values (finding ids)
// index: item_id
MATCH (i:Item)
WHERE i.id IN $keys
CALL (i) {
  MATCH (i)<-[:DECIDES]-(f:Finding)
  WHERE f.id > $page.after
  WITH f
  ORDER BY f.id
  LIMIT $page.limit
  RETURN collect(f.id) AS values
}
RETURN i.id AS key, values
