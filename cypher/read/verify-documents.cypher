// Those of a page of documents, by sha256, that no case was read from.
// params: page {after, limit}
// columns: last (sha256 of the page's last one; null when there is none), differences [{what, where}]
// index: document_sha256
MATCH (n:Document)
WHERE n.sha256 > $page.after
WITH n
ORDER BY n.sha256
LIMIT $page.limit
WITH n.sha256 AS key, EXISTS { (n)<-[:READ_FROM]-(:Case) } AS isHeld
WITH max(key) AS last, collect(CASE WHEN NOT isHeld THEN {what: 'a document is one that a case was read from', where: key} END) AS differences
RETURN last, differences
