// One page of the cases that pass a filter, in an order of their own: case-page has the index's.
// params: page {by (ID, DECISION_DATE, CASE_NUMBER, DAYS_TO_DECISION, ITEMS), descending, after {value, key} or null, limit},
//   filter {conditions (of parts/case-passes)}
// columns: id, value
MATCH (c:Case)
WITH c, $filter.conditions AS caseConditions
WHERE
  // include parts/case-passes
WITH c.id AS id, CASE $page.by
  WHEN 'DECISION_DATE' THEN toString(c.decisionDate)
  WHEN 'CASE_NUMBER' THEN c.caseNumber
  WHEN 'DAYS_TO_DECISION' THEN CASE WHEN c.decisionDate >= c.dateAssigned THEN duration.inDays(c.dateAssigned, c.decisionDate).days END
  WHEN 'ITEMS' THEN COUNT { (c)-[:HAS_FINDING]->() }
  WHEN 'ID' THEN c.id
END AS value
// include parts/behind-place
