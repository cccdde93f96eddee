// One page of the findings that pass a filter, in an order of their own: finding-page has the index's.
// params: page {by (ID, DECISION_DATE, LABEL), descending, after {value, key} or null, limit},
//   filter {conditions (of parts/finding-passes)}
// columns: id, value
MATCH (f:Finding)
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
WITH f.id AS id, CASE $page.by
  WHEN 'DECISION_DATE' THEN head(COLLECT {
    MATCH (f)<-[:HAS_FINDING]-(c:Case)
    RETURN toString(c.decisionDate)
  })
  WHEN 'LABEL' THEN toLower(f.label)
  WHEN 'ID' THEN f.id
END AS value
// include parts/behind-place
