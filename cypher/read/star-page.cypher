// What the star schema holds of the next cases, by id.
// params: page {after, limit}
// columns: id, reviewerId, caseNumber, outcome, priority, decisionDate, dateAssigned, daysToDecision, dateOfInjury,
//   utilizationReviewDate, applicationReceivedDate, employeeAge, employeeSex, template, parserVersion, findings (as of star-cases)
// index: case_id (range from $page.after, in order)
MATCH (c:Case)
WHERE c.id > $page.after
WITH c
ORDER BY c.id
LIMIT $page.limit
MATCH (r:Reviewer)-[:REVIEWED]->(c)
// include parts/star-case
