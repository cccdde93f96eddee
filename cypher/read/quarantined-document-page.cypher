// One page of the files that could not be used, by path.
// params: after, limit, code
// columns: id, path, sha256, code, message, quarantinedAt
// index: quarantined_document_path (range from $after, in order)
MATCH (q:QuarantinedDocument)
WHERE q.path > $after
  AND ($code IS NULL OR q.code = $code)
RETURN q.path AS id, q.path AS path, q.sha256 AS sha256, q.code AS code, q.message AS message,
       q.quarantinedAt AS quarantinedAt
ORDER BY id
LIMIT $limit
