// What a `test` asks of a letter: lines of a CASE. Needs r and c: reviewer and case.
WHEN 'CASE' THEN c.id IN test.any
WHEN 'OUTCOME' THEN c.outcome IN test.any
WHEN 'PRIORITY' THEN toUpper(c.priority) IN test.any
WHEN 'DECISION_DATE' THEN (test.from IS NULL OR c.decisionDate >= test.from) AND (test.to IS NULL OR c.decisionDate <= test.to)
WHEN 'SEX' THEN c.employeeSex IN test.any
WHEN 'AGE' THEN (test.from IS NULL OR c.employeeAge >= test.from) AND (test.to IS NULL OR c.employeeAge <= test.to)
WHEN 'ITEMS' THEN (test.from IS NULL OR COUNT { (c)-[:HAS_FINDING]->() } >= test.from)
  AND (test.to IS NULL OR COUNT { (c)-[:HAS_FINDING]->() } <= test.to)
WHEN 'SUMMARY' THEN any(text IN test.any WHERE toLower(c.clinicalSummary) CONTAINS text)
// include parts/reviewer-tests
