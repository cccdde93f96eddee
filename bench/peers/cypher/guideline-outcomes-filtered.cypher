// The same of findings that pass all conditions; one that is null lets all pass.
// params: regions, modalities, specialties, states (lists), from, to (days), decision, sex, youngest, oldest
MATCH (g:Guideline {level: 'TOPIC', source: 'ODG'})<-[cites:CITES]-(f:Finding)
WHERE cites.role = 'EXPERT_REVIEWER' AND NOT cites.silent AND ($decision IS NULL OR f.decision = $decision)
WITH DISTINCT g, f
MATCH (f)-[:DECIDES]->(i:Item)
WHERE ($regions IS NULL OR any(name IN i.bodyRegions WHERE name IN $regions))
  AND ($modalities IS NULL OR i.modality IN $modalities)
MATCH (f)<-[:HAS_FINDING]-(c:Case)
WHERE ($from IS NULL OR c.decisionDate >= date($from)) AND ($to IS NULL OR c.decisionDate <= date($to))
  AND ($sex IS NULL OR c.employeeSex = $sex)
  AND ($youngest IS NULL OR c.employeeAge >= $youngest) AND ($oldest IS NULL OR c.employeeAge <= $oldest)
MATCH (c)<-[:REVIEWED]-(r:Reviewer)
WHERE ($specialties IS NULL OR any(name IN r.specialties WHERE name IN $specialties))
  AND ($states IS NULL OR any(name IN r.licensureStates WHERE name IN $states))
RETURN g.id AS id, count(*) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
