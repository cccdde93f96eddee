// What does not hold of the log of changes: revisions follow one another, and the last is that of the graph. A graph that no change
// was logged of yet, since it was loaded as a whole, has none.
// columns: differences [{what, where}]
OPTIONAL MATCH (v:GraphVersion)
WITH collect(v) AS versions
OPTIONAL MATCH (change:Change)
WITH versions, change
ORDER BY change.revision
WITH versions, collect(change {.revision, .token}) AS changes
WITH versions, changes, [
  CASE WHEN size(versions) <> 1 THEN {what: 'the graph has one version', where: 'GraphVersion'} END,
  CASE WHEN size(changes) > 0
      AND any(v IN versions WHERE v.revision <> changes[-1].revision OR v.token <> changes[-1].token)
    THEN {what: 'the last change is the version of the graph', where: toString(changes[-1].revision)} END
] AS ends
RETURN [difference IN ends WHERE difference IS NOT NULL] + [
  i IN range(1, size(changes) - 1) WHERE changes[i].revision <> changes[i - 1].revision + 1 |
  {what: 'revisions follow one another', where: toString(changes[i].revision)}
] AS differences
