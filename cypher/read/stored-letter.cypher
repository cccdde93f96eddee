// The cleaned text of a case, the warnings about it, and the file that it was first read from.
// params: id
// columns: text, warnings, source {path, sha256, mediaType, pages}
// index: case_id
MATCH (c:Case {id: $id})
RETURN c.text AS text, c.warnings AS warnings,
       {path: c.documentPath, sha256: c.documentSha256, mediaType: c.documentMediaType, pages: c.documentPages} AS source
