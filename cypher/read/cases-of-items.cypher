// One page of the cases that dispute each item, each case once, by id.
// params: keys, page {after, limit}
// columns: key, values (case ids)
// index: item_id
MATCH (i:Item)
WHERE i.id IN $keys
CALL (i) {
  MATCH (i)<-[:DECIDES]-(:Finding)<-[:HAS_FINDING]-(c:Case)
  WHERE c.id > $page.after
  WITH DISTINCT c
  ORDER BY c.id
  LIMIT $page.limit
  RETURN collect(c.id) AS values
}
RETURN i.id AS key, values
