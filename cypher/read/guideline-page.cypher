// One page of the guidelines that pass a filter, by id; a condition whose parameter is null lets all pass.
// params: after, limit, level, source, name (part of it, any case), resolution, kind (of criteria)
// columns: id
// index: guideline_id (range from $after, in order)
MATCH (g:Guideline)
WHERE g.id > $after
  AND ($level IS NULL OR g.level = $level)
  AND ($source IS NULL OR g.source = $source)
  AND ($name IS NULL OR toLower(g.name) CONTAINS toLower($name))
  AND ($resolution IS NULL OR g.resolution = $resolution)
  AND ($kind IS NULL OR g.kind = $kind)
RETURN g.id AS id
ORDER BY id
LIMIT $limit
