// Moves the version of the graph; the last statement of every transaction that changes the graph, since its lock is that of
// all writers. The revision counts up; the token never comes twice, not even after a backup was restored.
MERGE (v:GraphVersion {id: 'graph'})
SET v.revision = coalesce(v.revision, 0) + 1, v.token = randomUUID(), v.movedAt = datetime()
