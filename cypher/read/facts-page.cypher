// What the columns hold of the next cases, by id.
// params: page {after, limit}
// columns: id, reviewerId, outcome, priority, sex, age, decided, assigned, findings (as of facts-of-cases)
// index: case_id (range from $page.after, in order)
MATCH (c:Case)
WHERE c.id > $page.after
WITH c
ORDER BY c.id
LIMIT $page.limit
MATCH (r:Reviewer)-[:REVIEWED]->(c)
// include parts/facts-of-case
