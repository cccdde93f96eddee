// What each finding's rationale says to be met or not met, in the order of its words.
// params: keys
// columns: key, values [{id, status, decisive, confidence, quote, note, spanStart, spanEnd, findingId, criterionId, kind}]
// index: finding_id
MATCH (f:Finding)-[applies:APPLIES]->(criterion:Guideline)
WHERE f.id IN $keys
WITH f, applies, criterion
ORDER BY applies.spanStart, applies.id
RETURN f.id AS key,
       collect(applies {.id, .status, .decisive, .confidence, .quote, .note, .spanStart, .spanEnd,
                        findingId: f.id, criterionId: criterion.id, kind: criterion.kind}) AS values
