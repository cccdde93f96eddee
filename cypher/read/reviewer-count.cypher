// How many reviewer profiles pass a filter.
// params: filter {conditions (of parts/reviewer-passes)}
// columns: total
MATCH (r:Reviewer)
WITH r, $filter.conditions AS conditions
WHERE
  // include parts/reviewer-passes
RETURN count(*) AS total
