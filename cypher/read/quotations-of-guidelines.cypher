// One page of the places where rationales quote criteria of each guideline or of what is below it, by id.
// params: keys, page {after, limit}
// columns: key, values [{id, text, spanStart, spanEnd, findingId, criterionId}]
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
CALL (g) {
  MATCH (g)<-[:PART_OF*0..4]-(criterion:Guideline)<-[quotes:QUOTES]-(f:Finding)
  WHERE quotes.id > $page.after
  WITH criterion, quotes, f
  ORDER BY quotes.id
  LIMIT $page.limit
  RETURN collect(quotes {.id, .text, .spanStart, .spanEnd, findingId: f.id, criterionId: criterion.id}) AS values
}
RETURN g.id AS key, values
