// One page of the reviewer profiles that pass a filter, by id.
// params: after, limit, filter {conditions (of parts/reviewer-passes)}
// columns: id
// index: reviewer_id (range from $after, in order)
MATCH (r:Reviewer)
WHERE r.id > $after
WITH r, $filter.conditions AS conditions
WHERE
  // include parts/reviewer-passes
RETURN r.id AS id
ORDER BY id
LIMIT $limit
