// One finding as what others are to be similar to: its item, what is cited for it, other than to say that it is silent, and what
// it says of criteria.
// params: id, minConfidence
// columns: caseId, label, rationale, item {itemId, name, modality, bodyRegions, category, drug, drugClass},
//   citations [{id, above (ids), role}], criteria [{kind, status, decisive}]
// index: finding_id
MATCH (c:Case)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
WHERE f.id = $id
RETURN c.id AS caseId, f.label AS label, f.rationale AS rationale,
       i {itemId: i.id, .name, .modality, .bodyRegions, .category, drug: f.drug, drugClass: f.drugClass} AS item,
       COLLECT {
         MATCH (f)-[cites:CITES]->(g:Guideline)
         WHERE NOT coalesce(cites.silent, false)
         RETURN {id: g.id, above: [(g)-[:PART_OF*1..2]->(above:Guideline) | above.id], role: cites.role} AS citation
         ORDER BY cites.spanStart, cites.id
       } AS citations,
       COLLECT {
         MATCH (f)-[applies:APPLIES]->(criterion:Guideline)
         WHERE applies.confidence >= $minConfidence
         RETURN {kind: criterion.kind, status: applies.status, decisive: applies.decisive} AS stated
         ORDER BY applies.id
       } AS criteria
