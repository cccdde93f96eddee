// How many guidelines are directly part of each guideline.
// params: keys, level (null for any)
// columns: key, total
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
RETURN g.id AS key, COUNT {
  MATCH (g)<-[:PART_OF]-(child:Guideline)
  WHERE $level IS NULL OR child.level = $level
} AS total
