// The drugs that are disputed most, and how they are decided, in the last 20,000 letters
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL
WITH c
ORDER BY c.decisionDate DESC
LIMIT 20000
MATCH (c)-[:HAS_FINDING]->(f:Finding)
WHERE f.drug IS NOT NULL
RETURN f.drug AS drug, f.drugClass AS class, count(f) AS findings,
       count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
ORDER BY findings DESC, drug
LIMIT 25
