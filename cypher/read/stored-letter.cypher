// The cleaned text of a case, and the file that it was first read from.
// params: id
// columns: text, source {path, sha256, mediaType, pages}
// index: case_id
MATCH (c:Case {id: $id})
RETURN c.text AS text,
       {path: c.documentPath, sha256: c.documentSha256, mediaType: c.documentMediaType, pages: c.documentPages} AS source
