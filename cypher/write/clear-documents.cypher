// Forgets that these cases were read from files which another version of the parser has read: they say nothing of what the
// case holds once it is written anew.
// params: ids, parserVersion
// columns: removed
MATCH (c:Case)-[:READ_FROM]->(d:Document)
WHERE c.id IN $ids AND d.parserVersion <> $parserVersion
WITH DISTINCT d
DETACH DELETE d
RETURN count(*) AS removed
