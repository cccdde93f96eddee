// What each of the next cases holds, by id: for the comparison with the mart.
// params: page {after, limit}
// columns: id, findings, upheld, citations, appliedCriteria
// index: case_id (range from $page.after, in order)
MATCH (c:Case)
WHERE c.id > $page.after
WITH c
ORDER BY c.id
LIMIT $page.limit
RETURN c.id AS id,
       COUNT { (c)-[:HAS_FINDING]->(:Finding) } AS findings,
       COUNT { (c)-[:HAS_FINDING]->(:Finding {decision: 'UPHELD'}) } AS upheld,
       COUNT { (c)-[:HAS_FINDING]->(:Finding)-[:CITES]->(:Guideline) } AS citations,
       COUNT { (c)-[:HAS_FINDING]->(:Finding)-[:APPLIES]->(:Guideline) } AS appliedCriteria
