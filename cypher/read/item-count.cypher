// How many items pass a filter.
// params: filter {conditions (of parts/item-passes)}
// columns: total
MATCH (i:Item)
WITH i, $filter.conditions AS conditions
WHERE
  // include parts/item-passes
RETURN count(*) AS total
