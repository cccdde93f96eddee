// The letters decided last
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL
WITH c
ORDER BY c.decisionDate DESC
LIMIT 25
MATCH (c)-[:HAS_FINDING]->(f:Finding)
RETURN c.caseNumber AS letter, c.decisionDate AS decided, c.outcome AS outcome, count(f) AS findings,
       count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
ORDER BY decided DESC
