// Lets go of quarantined files that have been read meanwhile.
// params: paths
MATCH (q:QuarantinedDocument)
WHERE q.path IN $paths
DELETE q
