// What the columns hold of these cases; those that are gone are left out.
// params: cases {ids}
// columns: id, reviewerId, outcome, priority, sex, age, decided, assigned, findings [[ordinal, decision, itemId, modified,
//   retrospective, drug, drugClass, claimsAdministratorBasis, expertReviewerBasis, [[role, silent, guidelineId]],
//   [[criterionId, status, decisive, confidence]]]]
// index: case_id
UNWIND $cases.ids AS caseId
MATCH (r:Reviewer)-[:REVIEWED]->(c:Case {id: caseId})
// include parts/facts-of-case
