// The next 50 cases by id, each with all that hangs on it.
// params: after
MATCH (c:Case)
WHERE c.id > $after
WITH c ORDER BY c.id LIMIT 50
RETURN c.id AS id, c.caseNumber AS caseNumber, c.outcome AS outcome, toString(c.decisionDate) AS decisionDate,
       c.priority AS priority,
       [(r:Reviewer)-[:REVIEWED]->(c) | r {.specialties, .licensureStates}] AS reviewer,
       [(c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item) | f {
         .label, .decision, .rationale,
         item: i {.name, .modality},
         citations: [(f)-[cites:CITES]->(g:Guideline) | {role: cites.role, guideline: g {.name, .source, .level}}]
       }] AS findings
