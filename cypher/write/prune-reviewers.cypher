// Removes those of the reviewers that have reviewed no case any more.
// params: ids
// columns: removed
MATCH (r:Reviewer)
WHERE r.id IN $ids AND NOT EXISTS { (r)-[:REVIEWED]->() }
DELETE r
RETURN count(*) AS removed
