// Keeps files aside that could not be used, with the reason; a file that was there before gets today's reason.
// params: documents [{path, sha256, code, message}]
UNWIND $documents AS row
MERGE (q:QuarantinedDocument {path: row.path})
SET q.sha256 = row.sha256, q.code = row.code, q.message = row.message, q.quarantinedAt = datetime()
