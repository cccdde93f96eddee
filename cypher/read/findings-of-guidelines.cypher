// One page of the findings that cite each guideline or anything below it, each finding once, by id.
// params: keys, roles (null for any), page {after, limit}
// columns: key, values (finding ids)
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
CALL (g) {
  MATCH (g)<-[:PART_OF*0..2]-(:Guideline)<-[cites:CITES]-(f:Finding)
  WHERE f.id > $page.after AND ($roles IS NULL OR cites.role IN $roles)
  WITH DISTINCT f
  ORDER BY f.id
  LIMIT $page.limit
  RETURN collect(f.id) AS values
}
RETURN g.id AS key, values
