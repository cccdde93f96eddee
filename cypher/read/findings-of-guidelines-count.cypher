// How many findings cite each guideline or anything below it, each finding once.
// params: keys, roles (null for any)
// columns: key, total
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
RETURN g.id AS key, COUNT {
  MATCH (g)<-[:PART_OF*0..2]-(:Guideline)<-[cites:CITES]-(f:Finding)
  WHERE $roles IS NULL OR cites.role IN $roles
  RETURN DISTINCT f
} AS total
