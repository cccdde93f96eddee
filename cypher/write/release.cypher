// Lets go of quarantined files that have been read meanwhile.
// params: paths
// columns: changed
MATCH (q:QuarantinedDocument)
WHERE q.path IN $paths
DELETE q
RETURN count(*) AS changed
