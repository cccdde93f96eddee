// How many places of rationales quote criteria of each guideline or of what is below it.
// params: keys
// columns: key, total
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $keys
RETURN g.id AS key, COUNT {
  MATCH (g)<-[:PART_OF*0..4]-(:Guideline)<-[:QUOTES]-()
} AS total
