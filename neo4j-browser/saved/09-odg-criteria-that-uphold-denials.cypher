// Which ODG criteria most often uphold denials? Of the last 20,000 letters
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL
WITH c
ORDER BY c.decisionDate DESC
LIMIT 20000
MATCH (c)-[:HAS_FINDING]->(f:Finding)-[applies:APPLIES]->(criterion:Guideline)
WHERE criterion.source = 'ODG' AND applies.status = 'NOT_MET' AND applies.decisive AND applies.confidence >= 0.5
WITH criterion.kind AS kind, collect(DISTINCT f) AS findings
RETURN kind, size(findings) AS notMet, size([f IN findings WHERE f.decision = 'UPHELD']) AS upheld
ORDER BY upheld DESC, kind
