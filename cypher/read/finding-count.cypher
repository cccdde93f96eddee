// How many findings pass a filter.
// params: filter {conditions (of parts/finding-passes)}
// columns: total
MATCH (f:Finding)
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
RETURN count(*) AS total
