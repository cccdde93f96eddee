// Which of these files were read into the graph already by this version of the parser.
// params: sha256s, parserVersion
// columns: sha256
MATCH (d:Document)
WHERE d.sha256 IN $sha256s AND d.parserVersion = $parserVersion
RETURN d.sha256 AS sha256
