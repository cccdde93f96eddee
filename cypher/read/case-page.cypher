// One page of the cases that pass a filter, by id.
// params: page {after, limit}, filter {conditions (of parts/case-passes)}
// columns: id
// index: case_id (range from $page.after, in order)
MATCH (c:Case)
WHERE c.id > $page.after
WITH c, $filter.conditions AS caseConditions
WHERE
  // include parts/case-passes
RETURN c.id AS id
ORDER BY id
LIMIT $page.limit
