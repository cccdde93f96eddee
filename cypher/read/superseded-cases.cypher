// Cases that were read from these files by another version of the parser, when the files are now of other cases: a letter without
// a number has the hash of its text for an id, and another version may read another text. A case that has further files, which are
// not read again by now, stays.
// params: documents [{caseId, sha256, parserVersion}], sha256s (theirs)
// columns: id, caseId (of the case in its place)
// index: document_sha256
UNWIND $documents AS row
MATCH (d:Document {sha256: row.sha256})<-[:READ_FROM]-(c:Case)
WHERE c.id <> row.caseId AND d.parserVersion <> row.parserVersion
  AND NOT EXISTS {
    (c)-[:READ_FROM]->(other:Document)
    WHERE NOT other.sha256 IN $sha256s AND other.parserVersion <> row.parserVersion
  }
RETURN DISTINCT c.id AS id, row.caseId AS caseId
