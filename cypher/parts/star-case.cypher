// What the star schema (src/star) holds of the case c, which the reviewer r decided.
RETURN c.id AS id, r.id AS reviewerId, c.caseNumber AS caseNumber, c.outcome AS outcome, toUpper(c.priority) AS priority,
       toString(c.decisionDate) AS decisionDate, toString(c.dateAssigned) AS dateAssigned,
       duration.inDays(c.dateAssigned, c.decisionDate).days AS daysToDecision,
       toString(c.dateOfInjury) AS dateOfInjury, toString(c.utilizationReviewDate) AS utilizationReviewDate,
       toString(c.applicationReceivedDate) AS applicationReceivedDate, c.employeeAge AS employeeAge,
       c.employeeSex AS employeeSex, c.template AS template, c.parserVersion AS parserVersion,
       COLLECT {
         MATCH (c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
         WITH f, i
         ORDER BY f.ordinal
         RETURN {ordinal: f.ordinal, itemId: i.id, label: f.label, decision: f.decision,
           modified: f.originalRequest IS NOT NULL, retrospective: f.retrospective, drug: f.drug, drugClass: f.drugClass,
           claimsAdministratorBasis: f.claimsAdministratorBasis, expertReviewerBasis: f.expertReviewerBasis,
           citations: COLLECT {
             MATCH (f)-[cites:CITES]->(g:Guideline)
             WITH cites, g
             ORDER BY cites.spanStart, cites.id
             RETURN [g.id, cites.role, coalesce(cites.silent, false), cites.inferred, cites.resolution]
           },
           applied: COLLECT {
             MATCH (f)-[applies:APPLIES]->(g:Guideline)
             WITH applies, g
             ORDER BY applies.spanStart, applies.id
             RETURN [g.id, g.kind, applies.status, applies.decisive, applies.confidence]
           }}
       } AS findings
