// One page of the cases that each reviewer profile decided, by id.
// params: keys, page {after, limit}
// columns: key, values (case ids)
// index: reviewer_id
MATCH (r:Reviewer)
WHERE r.id IN $keys
CALL (r) {
  MATCH (r)-[:REVIEWED]->(c:Case)
  WHERE c.id > $page.after
  WITH c
  ORDER BY c.id
  LIMIT $page.limit
  RETURN collect(c.id) AS values
}
RETURN r.id AS key, values
