// Those of a page of items, by id, that no finding decides.
// params: page {after, limit}
// columns: last (id of the page's last one; null when there is none), differences [{what, where}]
// index: item_id
MATCH (n:Item)
WHERE n.id > $page.after
WITH n
ORDER BY n.id
LIMIT $page.limit
WITH n.id AS key, EXISTS { (n)<-[:DECIDES]-(:Finding) } AS isHeld
WITH max(key) AS last, collect(CASE WHEN NOT isHeld THEN {what: 'an item is decided by a finding', where: key} END) AS differences
RETURN last, differences
