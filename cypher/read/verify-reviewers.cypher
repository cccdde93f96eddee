// Those of a page of reviewers, by id, that no case was reviewed by.
// params: page {after, limit}
// columns: last (id of the page's last one; null when there is none), differences [{what, where}]
// index: reviewer_id
MATCH (n:Reviewer)
WHERE n.id > $page.after
WITH n
ORDER BY n.id
LIMIT $page.limit
WITH n.id AS key, EXISTS { (n)-[:REVIEWED]->(:Case) } AS isHeld
WITH max(key) AS last, collect(CASE WHEN NOT isHeld THEN {what: 'a reviewer reviewed a case', where: key} END) AS differences
RETURN last, differences
