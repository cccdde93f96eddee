// How many cases each reviewer profile decided; nodes know it without looking at the cases.
// params: keys
// columns: key, total
// index: reviewer_id
MATCH (r:Reviewer)
WHERE r.id IN $keys
RETURN r.id AS key, COUNT { (r)-[:REVIEWED]->() } AS total
