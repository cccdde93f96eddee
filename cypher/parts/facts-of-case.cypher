// What the columns (src/columns) hold of the case c, which the reviewer r decided. Days are counted from 1970-01-01.
RETURN c.id AS id, r.id AS reviewerId, c.outcome AS outcome, toUpper(c.priority) AS priority, c.employeeSex AS sex,
       c.employeeAge AS age,
       duration.inDays(date('1970-01-01'), c.decisionDate).days AS decided,
       duration.inDays(date('1970-01-01'), c.dateAssigned).days AS assigned,
       COLLECT {
         MATCH (c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
         WITH f, i
         ORDER BY f.ordinal
         RETURN [f.ordinal, f.decision, i.id, f.originalRequest IS NOT NULL, f.retrospective, f.drug, f.drugClass,
           f.claimsAdministratorBasis, f.expertReviewerBasis,
           COLLECT {
             MATCH (f)-[cites:CITES]->(g:Guideline)
             RETURN [cites.role, coalesce(cites.silent, false), g.id]
           },
           COLLECT {
             MATCH (f)-[applies:APPLIES]->(g:Guideline)
             RETURN [g.id, applies.status, applies.decisive, applies.confidence]
           },
           toLower(f.label)]
       } AS findings
