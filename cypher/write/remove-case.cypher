// Removes a case that holds nothing any more, and the records of the files that it alone was read from. Tells how many files.
// params: id
// columns: removed
MATCH (c:Case {id: $id})
OPTIONAL MATCH (c)-[:READ_FROM]->(d:Document)
WHERE NOT EXISTS { (d)<-[:READ_FROM]-(other:Case) WHERE other <> c }
WITH c, collect(d) AS documents
WITH c, documents, size(documents) AS removed
FOREACH (document IN documents | DETACH DELETE document)
DETACH DELETE c
RETURN removed
