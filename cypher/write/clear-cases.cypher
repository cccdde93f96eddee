// Takes away what hangs on these cases, before they are written anew; the case nodes stay, and so do the records of files
// that this version of the parser has read. Tells what may now be without a case.
// params: ids, parserVersion
// columns: items, guidelines, reviewers
MATCH (c:Case)
WHERE c.id IN $ids
OPTIONAL MATCH (c)<-[reviewed:REVIEWED]-(r:Reviewer)
OPTIONAL MATCH (c)-[:READ_FROM]->(d:Document WHERE d.parserVersion <> $parserVersion)
OPTIONAL MATCH (c)-[:HAS_FINDING]->(f:Finding)
OPTIONAL MATCH (f)-[:DECIDES]->(i:Item)
OPTIONAL MATCH (f)-[:CITES|APPLIES|QUOTES]->(g:Guideline)
WITH collect(DISTINCT reviewed) AS reviewedEdges, collect(DISTINCT d) AS documents, collect(DISTINCT f) AS findings,
     collect(DISTINCT i.id) AS items, collect(DISTINCT g.id) AS guidelines, collect(DISTINCT r.id) AS reviewers
FOREACH (edge IN reviewedEdges | DELETE edge)
FOREACH (document IN documents | DETACH DELETE document)
FOREACH (finding IN findings | DETACH DELETE finding)
RETURN items, guidelines, reviewers
