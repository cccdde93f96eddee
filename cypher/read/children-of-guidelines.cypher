// One page of the guidelines that are directly part of each guideline, by id.
// params: keys, level (null for any), page {after, limit}
// columns: key, values (guideline ids)
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
CALL (g) {
  MATCH (g)<-[:PART_OF]-(child:Guideline)
  WHERE child.id > $page.after AND ($level IS NULL OR child.level = $level)
  WITH child
  ORDER BY child.id
  LIMIT $page.limit
  RETURN collect(child.id) AS values
}
RETURN g.id AS key, values
