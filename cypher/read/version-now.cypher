// The version of the graph, be it settled or not (as graph-version tells it): for who follows the log of changes.
// params: settledFor (seconds since it was moved)
// columns: revision, token, settled
// index: graph_version_id
MATCH (v:GraphVersion {id: 'graph'})
RETURN v.revision AS revision, v.token AS token,
       v.movedAt < datetime() - duration({seconds: $settledFor}) AS settled
