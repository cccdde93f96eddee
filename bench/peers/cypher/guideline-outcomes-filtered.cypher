// The same of findings that pass all conditions; one that is null lets all pass.
// params: regions, modalities, specialties, states (lists), days, ages ({from, to}), decision, sex, citation ({guideline, role}),
//   criterion ({kind, status, minConfidence})
MATCH (g:Guideline {level: 'TOPIC', source: 'ODG'})<-[cites:CITES]-(f:Finding)
WHERE cites.role = 'EXPERT_REVIEWER' AND NOT cites.silent AND ($decision IS NULL OR f.decision = $decision)
WITH DISTINCT g, f
MATCH (f)-[:DECIDES]->(i:Item)
WHERE ($regions IS NULL OR any(name IN i.bodyRegions WHERE name IN $regions))
  AND ($modalities IS NULL OR i.modality IN $modalities)
  AND ($citation IS NULL OR EXISTS {
    MATCH (f)-[cited:CITES {role: $citation.role}]->(:Guideline {id: $citation.guideline}) WHERE NOT cited.silent
  })
  AND ($criterion IS NULL OR EXISTS {
    MATCH (f)-[applies:APPLIES {status: $criterion.status}]->(:Guideline {kind: $criterion.kind})
    WHERE applies.confidence >= $criterion.minConfidence
  })
MATCH (f)<-[:HAS_FINDING]-(c:Case)
WHERE ($days IS NULL OR (c.decisionDate >= date($days.from) AND c.decisionDate <= date($days.to)))
  AND ($sex IS NULL OR c.employeeSex = $sex)
  AND ($ages IS NULL OR (c.employeeAge >= $ages.from AND c.employeeAge <= $ages.to))
MATCH (c)<-[:REVIEWED]-(r:Reviewer)
WHERE ($specialties IS NULL OR any(name IN r.specialties WHERE name IN $specialties))
  AND ($states IS NULL OR any(name IN r.licensureStates WHERE name IN $states))
RETURN g.id AS id, count(*) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
