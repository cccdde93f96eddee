// One page of the guidelines that pass a filter, by id.
// params: page {after, limit}, filter {conditions (of parts/guideline-passes)}
// columns: id
// index: guideline_id (range from $page.after, in order)
MATCH (g:Guideline)
WHERE g.id > $page.after
WITH g, $filter.conditions AS conditions
WHERE
  // include parts/guideline-passes
RETURN g.id AS id
ORDER BY id
LIMIT $page.limit
