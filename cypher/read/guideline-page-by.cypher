// One page of the guidelines that pass a filter, in an order of their own: guideline-page has the index's.
// params: page {by (ID, NAME, FINDINGS), descending, after {value, key} or null, limit},
//   filter {conditions (of parts/guideline-passes)}
// columns: id, value
MATCH (g:Guideline)
WITH g, $filter.conditions AS conditions
WHERE
  // include parts/guideline-passes
WITH g.id AS id, CASE $page.by
  WHEN 'NAME' THEN toLower(g.name)
  WHEN 'FINDINGS' THEN COUNT {
    MATCH (g)<-[:PART_OF*0..2]-(:Guideline)<-[:CITES]-(f:Finding)
    RETURN DISTINCT f
  }
  WHEN 'ID' THEN g.id
END AS value
// include parts/behind-place
