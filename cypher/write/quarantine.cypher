// Keeps files aside that could not be used, with the reason; a file that was there before gets today's reason, and keeps its
// time when nothing is new about it.
// params: documents [{path, sha256, code, message}]
// columns: changed
UNWIND $documents AS row
MERGE (q:QuarantinedDocument {path: row.path})
WITH q, row
WHERE q.quarantinedAt IS NULL OR q.code <> row.code OR q.message <> row.message
   OR coalesce(q.sha256, '') <> coalesce(row.sha256, '')
SET q.sha256 = row.sha256, q.code = row.code, q.message = row.message, q.quarantinedAt = datetime()
RETURN count(*) AS changed
