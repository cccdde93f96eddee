// The version of the graph, be it settled or not: for who follows the log of changes.
// columns: revision, token
// index: graph_version_id
MATCH (v:GraphVersion {id: 'graph'})
RETURN v.revision AS revision, v.token AS token
