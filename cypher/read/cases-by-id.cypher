// Cases with the reviewer of each; the text, which is long, has a statement of its own (case-texts).
// params: ids
// columns: id, caseNumber, outcome, priority, dateOfInjury, dateAssigned, decisionDate, utilizationReviewDate,
//   applicationReceivedDate, employeeAge, employeeSex, clinicalSummary, template, parserVersion, documentSha256,
//   documentMediaType, documentPages, warnings, spanFields, spanOffsets, reviewerId
// index: case_id
MATCH (c:Case)
WHERE c.id IN $ids
RETURN c.id AS id, c.caseNumber AS caseNumber, c.outcome AS outcome, toUpper(c.priority) AS priority,
       c.dateOfInjury AS dateOfInjury, c.dateAssigned AS dateAssigned, c.decisionDate AS decisionDate,
       c.utilizationReviewDate AS utilizationReviewDate, c.applicationReceivedDate AS applicationReceivedDate,
       c.employeeAge AS employeeAge, c.employeeSex AS employeeSex, c.clinicalSummary AS clinicalSummary,
       c.template AS template, c.parserVersion AS parserVersion, c.documentSha256 AS documentSha256,
       c.documentMediaType AS documentMediaType, c.documentPages AS documentPages, c.warnings AS warnings,
       c.spanFields AS spanFields, c.spanOffsets AS spanOffsets,
       head([(c)<-[:REVIEWED]-(r:Reviewer) | r.id]) AS reviewerId
