// Reviewers who cite another source than the claims administrator, in the last 20,000 letters
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL
WITH c
ORDER BY c.decisionDate DESC
LIMIT 20000
MATCH (c)-[:HAS_FINDING]->(f:Finding)
MATCH (f)-[:CITES {role: 'CLAIMS_ADMINISTRATOR'}]->(theirs:Guideline)
MATCH (f)-[:CITES {role: 'EXPERT_REVIEWER'}]->(reviewers:Guideline)
WHERE theirs.source <> reviewers.source
WITH DISTINCT f, theirs.source AS claimsAdministrator, reviewers.source AS reviewer
RETURN claimsAdministrator, reviewer, count(*) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
ORDER BY findings DESC
LIMIT 25
