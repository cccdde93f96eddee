// How many statements say that a criterion of each guideline, or of what is below it, is met or not met.
// params: keys, status (null for any), kind (null for any), minConfidence
// columns: key, total
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
RETURN g.id AS key, COUNT {
  MATCH (g)<-[:PART_OF*0..3]-(criterion:Guideline)<-[applies:APPLIES]-()
  WHERE ($status IS NULL OR applies.status = $status)
    AND ($kind IS NULL OR criterion.kind = $kind)
    AND applies.confidence >= $minConfidence
} AS total
