// How many files could not be used.
// params: code
// columns: total
MATCH (q:QuarantinedDocument)
WHERE $code IS NULL OR q.code = $code
RETURN count(*) AS total
