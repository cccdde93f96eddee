// The citations of each finding, in the order of the letter's words.
// params: keys
// columns: key, values [{id, role, edition, pages, tables, inferred, silent, resolution, candidates, raw,
//   spanStart, spanEnd, findingId, guidelineId}]
// index: finding_id
MATCH (f:Finding)-[cites:CITES]->(g:Guideline)
WHERE f.id IN $keys
WITH f, cites, g
ORDER BY cites.spanStart, cites.id
RETURN f.id AS key,
       collect(cites {.id, .role, .edition, .inferred, .silent, .resolution, .raw, .spanStart, .spanEnd,
                      pages: coalesce(cites.pages, []), tables: coalesce(cites.tables, []),
                      candidates: coalesce(cites.candidates, []),
                      findingId: f.id, guidelineId: g.id}) AS values
