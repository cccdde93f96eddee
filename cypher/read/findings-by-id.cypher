// Findings with the case that each belongs to and the item that it decides.
// params: ids
// columns: id, ordinal, label, decision, rationale, originalRequest, authorized, retrospective, drug, drugClass,
//   claimsAdministratorBasis, expertReviewerBasis, spanFields, spanOffsets, caseId, itemId
// index: finding_id
MATCH (c:Case)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
WHERE f.id IN $ids
RETURN f.id AS id, f.ordinal AS ordinal, f.label AS label, f.decision AS decision, f.rationale AS rationale,
       f.originalRequest AS originalRequest, f.authorized AS authorized, f.retrospective AS retrospective,
       f.drug AS drug, f.drugClass AS drugClass,
       f.claimsAdministratorBasis AS claimsAdministratorBasis, f.expertReviewerBasis AS expertReviewerBasis,
       f.spanFields AS spanFields, f.spanOffsets AS spanOffsets,
       c.id AS caseId, i.id AS itemId
