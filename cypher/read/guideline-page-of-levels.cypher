// As guideline-page, of levels above criteria: these have a few hundred guidelines, of the many thousands that criteria are most of.
// params: levels, sources {from, to} (of these and between them), page {after, limit}, filter {conditions (of
//   parts/guideline-passes)}, settledFor (seconds)
// columns: version, ids
// index: guideline_level_source, graph_version_id
OPTIONAL MATCH (v:GraphVersion {id: 'graph'})
WHERE v.movedAt < datetime() - duration({seconds: $settledFor})
WITH v.token AS version
MATCH (g:Guideline)
USING INDEX g:Guideline(level, source)
WHERE g.level IN $levels AND g.source >= $sources.from AND g.source <= $sources.to AND g.id > $page.after
WITH g, $filter.conditions AS conditions, version
WHERE
  // include parts/guideline-passes
WITH g.id AS id, version
ORDER BY id
LIMIT $page.limit
RETURN version, collect(id) AS ids
