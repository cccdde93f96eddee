// Records the files that cases were read from; what says the same already is left alone, and so keeps its time.
// params: documents [{caseId, sha256, path, mediaType, pages, template, parserVersion}]
// columns: changed
UNWIND $documents AS row
MATCH (c:Case {id: row.caseId})
MERGE (d:Document {sha256: row.sha256})
MERGE (c)-[:READ_FROM]->(d)
WITH d, row
WHERE d.readAt IS NULL OR d.path <> row.path OR d.parserVersion <> row.parserVersion
SET d.path = row.path, d.mediaType = row.mediaType, d.pages = row.pages,
    d.template = row.template, d.parserVersion = row.parserVersion, d.readAt = datetime()
RETURN count(*) AS changed
