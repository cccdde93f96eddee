// Records the files that cases were read from.
// params: documents [{caseId, sha256, path, mediaType, pages, template, parserVersion}]
UNWIND $documents AS row
MATCH (c:Case {id: row.caseId})
MERGE (d:Document {sha256: row.sha256})
SET d.path = row.path, d.mediaType = row.mediaType, d.pages = row.pages,
    d.template = row.template, d.parserVersion = row.parserVersion, d.readAt = datetime()
MERGE (c)-[:READ_FROM]->(d)
