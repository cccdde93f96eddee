// One page of the reviewer profiles that pass a filter, in an order of their own: reviewer-page has the index's.
// params: page {by (ID, CASES), descending, after {value, key} or null, limit},
//   filter {conditions (of parts/reviewer-passes)}
// columns: id, value
MATCH (r:Reviewer)
WITH r, $filter.conditions AS conditions
WHERE
  // include parts/reviewer-passes
WITH r.id AS id, CASE $page.by
  WHEN 'CASES' THEN COUNT { (r)-[:REVIEWED]->() }
  WHEN 'ID' THEN r.id
END AS value
// include parts/behind-place
