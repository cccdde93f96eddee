// The version of the graph; no row while it is not settled: Neo4j shows the parts of a commit one by one, so that in the moment
// of a commit the version may be seen before what it stands for.
// params: settledFor (seconds since it was moved)
// columns: revision, token
// index: graph_version_id
MATCH (v:GraphVersion {id: 'graph'})
WHERE v.movedAt < datetime() - duration({seconds: $settledFor})
RETURN v.revision AS revision, v.token AS token
