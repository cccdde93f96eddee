// The changes of the graph from one revision on, in their order: the first is that revision itself, unless the log holds it no
// longer.
// params: revision
// columns: revision, token, cases (ids of those written or removed; null when it may be anything)
// index: change_revision
MATCH (change:Change)
WHERE change.revision >= $revision
RETURN change.revision AS revision, change.token AS token, change.cases AS cases
ORDER BY revision
