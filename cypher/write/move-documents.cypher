// Records that the files of one case are those of another: the same letter, under another id.
// params: from, to
MATCH (former:Case {id: $from})-[edge:READ_FROM]->(d:Document)
MATCH (c:Case {id: $to})
DELETE edge
MERGE (c)-[:READ_FROM]->(d)
