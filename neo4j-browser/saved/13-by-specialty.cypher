// How reviewers of each specialty decide, in the last 20,000 letters
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL
WITH c
ORDER BY c.decisionDate DESC
LIMIT 20000
MATCH (r:Reviewer)-[:REVIEWED]->(c)-[:HAS_FINDING]->(f:Finding)
UNWIND r.specialties AS specialty
RETURN specialty, count(f) AS findings,
       round(100.0 * count(CASE f.decision WHEN 'UPHELD' THEN 1 END) / count(f), 1) AS upheldPercent
ORDER BY findings DESC
