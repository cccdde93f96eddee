// What the star schema holds of these cases; those that are gone are left out.
// params: cases {ids}
// columns: id, reviewerId, caseNumber, outcome, priority, decisionDate, dateAssigned, daysToDecision, dateOfInjury,
//   utilizationReviewDate, applicationReceivedDate, employeeAge, employeeSex, template, parserVersion,
//   findings [{ordinal, itemId, label, decision, modified, retrospective, drug, drugClass, claimsAdministratorBasis,
//   expertReviewerBasis, citations [[guidelineId, role, silent, inferred, resolution]],
//   applied [[guidelineId, kind, status, decisive, confidence]]}]
// index: case_id
UNWIND $cases.ids AS caseId
MATCH (r:Reviewer)-[:REVIEWED]->(c:Case {id: caseId})
// include parts/star-case
