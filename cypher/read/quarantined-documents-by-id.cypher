// Files that could not be used; their path is their id.
// params: ids
// columns: id, path, sha256, code, message, quarantinedAt
// index: quarantined_document_path
MATCH (q:QuarantinedDocument)
WHERE q.path IN $ids
RETURN q.path AS id, q.path AS path, q.sha256 AS sha256, q.code AS code, q.message AS message,
       q.quarantinedAt AS quarantinedAt
