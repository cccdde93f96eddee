// How many cases pass a filter.
// params: filter {conditions (of parts/case-passes)}
// columns: total
MATCH (c:Case)
WITH c, $filter.conditions AS caseConditions
WHERE
  // include parts/case-passes
RETURN count(*) AS total
