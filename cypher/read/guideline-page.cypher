// One page of the guidelines that pass a filter, by id; and the version of the graph, null while it is not settled (as graph-version
// tells it).
// params: page {after, limit}, filter {conditions (of parts/guideline-passes)}, settledFor (seconds)
// columns: version, ids
// index: guideline_id (range from $page.after, in order), graph_version_id
OPTIONAL MATCH (v:GraphVersion {id: 'graph'})
WHERE v.movedAt < datetime() - duration({seconds: $settledFor})
WITH v.token AS version
MATCH (g:Guideline)
WHERE g.id > $page.after
WITH g, $filter.conditions AS conditions, version
WHERE
  // include parts/guideline-passes
WITH g.id AS id, version
ORDER BY id
LIMIT $page.limit
RETURN version, collect(id) AS ids
