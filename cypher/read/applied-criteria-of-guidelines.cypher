// One page of the statements that a criterion is met or not met, of each guideline and of what is below it, by id.
// params: keys, status (null for any), kind (null for any), minConfidence, page {after, limit}
// columns: key, values [{id, status, decisive, confidence, quote, note, spanStart, spanEnd, findingId, criterionId, kind}]
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
CALL (g) {
  MATCH (g)<-[:PART_OF*0..3]-(criterion:Guideline)<-[applies:APPLIES]-(f:Finding)
  WHERE applies.id > $page.after
    AND ($status IS NULL OR applies.status = $status)
    AND ($kind IS NULL OR criterion.kind = $kind)
    AND applies.confidence >= $minConfidence
  WITH criterion, applies, f
  ORDER BY applies.id
  LIMIT $page.limit
  RETURN collect(applies {.id, .status, .decisive, .confidence, .quote, .note, .spanStart, .spanEnd,
                          findingId: f.id, criterionId: criterion.id, kind: criterion.kind}) AS values
}
RETURN g.id AS key, values
