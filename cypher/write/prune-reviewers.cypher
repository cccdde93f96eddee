// Removes those of the reviewers that have reviewed no case any more.
// params: ids
MATCH (r:Reviewer)
WHERE r.id IN $ids AND NOT EXISTS { (r)-[:REVIEWED]->() }
DELETE r
