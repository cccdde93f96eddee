// One page of the findings that pass a filter, by id.
// params: page {after, limit}, filter {conditions (of parts/finding-passes)}
// columns: id
// index: finding_id (range from $page.after, in order)
MATCH (f:Finding)
WHERE f.id > $page.after
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
RETURN f.id AS id
ORDER BY id
LIMIT $page.limit
