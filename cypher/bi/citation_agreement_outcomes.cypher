// Whether both parties cite the same sources, and how findings were decided.
// columns: source_agreement, findings, upheld, overturned, uphold_rate (as of the view citation_agreement_outcomes)
MATCH (f:Finding)
WITH f, COLLECT {
       MATCH (f)-[cites:CITES {role: 'CLAIMS_ADMINISTRATOR'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline {level: 'SOURCE'})
       WHERE NOT coalesce(cites.silent, false)
       RETURN DISTINCT g.id
     } AS theirs, COLLECT {
       MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline {level: 'SOURCE'})
       WHERE NOT coalesce(cites.silent, false)
       RETURN DISTINCT g.id
     } AS own
WITH f, size(theirs) AS theirs, size(own) AS own, size([id IN theirs WHERE id IN own]) AS shared
WITH CASE
       WHEN theirs = 0 AND own = 0 THEN 'NEITHER'
       WHEN own = 0 THEN 'ONLY_CLAIMS_ADMINISTRATOR'
       WHEN theirs = 0 THEN 'ONLY_EXPERT_REVIEWER'
       WHEN shared = 0 THEN 'DISJOINT'
       WHEN shared = theirs AND shared = own THEN 'SAME'
       ELSE 'OVERLAPPING'
     END AS source_agreement,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN source_agreement, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY source_agreement
