// One letter with its findings, items and reviewer (for a certain one: WHERE c.caseNumber = 'CM16-0231706')
MATCH (c:Case)
WHERE c.decisionDate IS NOT NULL
WITH c
ORDER BY c.decisionDate DESC
LIMIT 1
MATCH (r:Reviewer)-[reviewed:REVIEWED]->(c)-[has:HAS_FINDING]->(f:Finding)-[decides:DECIDES]->(i:Item)
RETURN r, reviewed, c, has, f, decides, i
