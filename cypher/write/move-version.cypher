// Moves the version of the graph and logs what changed; the last statement of every transaction that changes the graph, since its
// lock (the first assignment takes it) is that of all writers. The revision counts up; the token never comes twice, not even after
// a backup was restored. The log holds the last changes alone.
// params: change {cases (ids of those written or removed; null when it may be anything), kept (how many changes)}
MERGE (v:GraphVersion {id: 'graph'})
SET v.id = 'graph'
WITH v
SET v.revision = coalesce(v.revision, 0) + 1, v.token = randomUUID(), v.movedAt = datetime()
CREATE (:Change {revision: v.revision, token: v.token, movedAt: v.movedAt, cases: $change.cases})
WITH v.revision - $change.kept AS forgotten
MATCH (old:Change)
WHERE old.revision <= forgotten
DELETE old
