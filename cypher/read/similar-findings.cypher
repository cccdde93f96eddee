// What findings are compared by. Those with the same decision in the same words share a wording.
// params: compared {ids, guidelines (ids, of which is told what each cites, or cites something below), minConfidence}
// columns: id, wording (one of the ids), decision, item {itemId, name, modality, bodyRegions, category, drug, drugClass},
//   cited [{id, role}], criteria [{kind, status, decisive}]
// index: finding_id
MATCH (f:Finding)
WHERE f.id IN $compared.ids
WITH f.decision AS decision, coalesce(f.rationale, f.id) AS words, collect(f) AS findings, min(f.id) AS wording
UNWIND findings AS f
MATCH (f)-[:DECIDES]->(i:Item)
RETURN f.id AS id, wording, decision,
       i {itemId: i.id, .name, .modality, .bodyRegions, .category, drug: f.drug, drugClass: f.drugClass} AS item,
       COLLECT {
         MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
         WHERE g.id IN $compared.guidelines AND NOT coalesce(cites.silent, false)
         RETURN DISTINCT {id: g.id, role: cites.role}
       } AS cited,
       COLLECT {
         MATCH (f)-[applies:APPLIES]->(criterion:Guideline)
         WHERE applies.confidence >= $compared.minConfidence
         RETURN {kind: criterion.kind, status: applies.status, decisive: applies.decisive} AS stated
         ORDER BY applies.id
       } AS criteria
