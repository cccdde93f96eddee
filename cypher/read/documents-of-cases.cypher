// The files that each case was read from, by path.
// params: keys
// columns: key, values [{sha256, path, mediaType, pages, template, parserVersion, readAt}]
// index: case_id
MATCH (c:Case)-[:READ_FROM]->(d:Document)
WHERE c.id IN $keys
WITH c, d
ORDER BY d.path, d.sha256
RETURN c.id AS key,
       collect(d {.sha256, .path, .mediaType, .pages, .template, .parserVersion, .readAt}) AS values
