// How many guidelines pass a filter.
// params: filter {conditions (of parts/guideline-passes)}
// columns: total
MATCH (g:Guideline)
WITH g, $filter.conditions AS conditions
WHERE
  // include parts/guideline-passes
RETURN count(*) AS total
