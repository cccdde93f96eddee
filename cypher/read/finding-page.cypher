// One page of the findings that pass a filter, by id.
// params: after, limit, filter {conditions (of parts/finding-passes)}
// columns: id
// index: finding_id (range from $after, in order)
MATCH (f:Finding)
WHERE f.id > $after
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
RETURN f.id AS id
ORDER BY id
LIMIT $limit
