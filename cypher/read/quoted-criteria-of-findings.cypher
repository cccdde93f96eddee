// The criteria that each finding's rationale quotes as a list, in the list's order.
// params: keys
// columns: key, values [{id, text, spanStart, spanEnd, findingId, criterionId}]
// index: finding_id
MATCH (f:Finding)-[quotes:QUOTES]->(criterion:Guideline)
WHERE f.id IN $keys
WITH f, quotes, criterion
ORDER BY quotes.spanStart, quotes.id
RETURN f.id AS key,
       collect(quotes {.id, .text, .spanStart, .spanEnd, findingId: f.id, criterionId: criterion.id}) AS values
