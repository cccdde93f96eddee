// One page of the reviewer profiles that pass a filter, by id.
// params: page {after, limit}, filter {conditions (of parts/reviewer-passes)}
// columns: id
// index: reviewer_id (range from $page.after, in order)
MATCH (r:Reviewer)
WHERE r.id > $page.after
WITH r, $filter.conditions AS conditions
WHERE
  // include parts/reviewer-passes
RETURN r.id AS id
ORDER BY id
LIMIT $page.limit
