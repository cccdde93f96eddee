// Takes away what hangs on these cases, before they are written anew or go themselves; the case nodes stay, and so do the
// records of the files that they were read from. Tells what may now be without a case.
// params: ids
// columns: findings (how many), items, guidelines, reviewers
MATCH (c:Case)
WHERE c.id IN $ids
OPTIONAL MATCH (c)<-[reviewed:REVIEWED]-(r:Reviewer)
OPTIONAL MATCH (c)-[:HAS_FINDING]->(f:Finding)
OPTIONAL MATCH (f)-[:DECIDES]->(i:Item)
OPTIONAL MATCH (f)-[:CITES|APPLIES|QUOTES]->(g:Guideline)
WITH collect(DISTINCT reviewed) AS reviewedEdges, collect(DISTINCT f) AS findings,
     collect(DISTINCT i.id) AS items, collect(DISTINCT g.id) AS guidelines, collect(DISTINCT r.id) AS reviewers
WITH *, size(findings) AS findingCount
FOREACH (edge IN reviewedEdges | DELETE edge)
FOREACH (finding IN findings | DETACH DELETE finding)
RETURN findingCount AS findings, items, guidelines, reviewers
