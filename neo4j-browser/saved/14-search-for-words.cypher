// Findings whose item or rationale has these words
CALL db.index.fulltext.queryNodes('finding_words', 'lumbar AND MRI', {limit: 25})
YIELD node AS f, score
MATCH (c:Case)-[:HAS_FINDING]->(f)
RETURN c.caseNumber AS letter, f.label AS item, f.decision AS decision, score
ORDER BY score DESC
