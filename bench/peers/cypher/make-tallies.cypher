// Tallies of one year by guideline, for each key (nothing, a body region, a specialty, a service)
// the findings that a party cites the guideline for, or something below it, each once, by how they were decided.
// params: year (0: cases without a date of decision)
WITH toInteger($year) AS year
MATCH (c:Case)
WHERE (year = 0 AND c.decisionDate IS NULL) OR
  (year > 0 AND c.decisionDate >= date({year: year}) AND c.decisionDate < date({year: year + 1}))
MATCH (c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item), (r:Reviewer)-[:REVIEWED]->(c)
MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
WHERE cites.role <> 'RATIONALE' AND NOT cites.silent
WITH DISTINCT f, i, r, g, cites.role + f.decision AS cell, year
UNWIND ['none'] + [name IN i.bodyRegions | 'region ' + name] + [name IN r.specialties | 'specialty ' + name]
  + CASE WHEN i.modality IS NULL THEN [] ELSE ['service ' + i.modality] END AS k
WITH k, g.id AS g, year,
     count(CASE cell WHEN 'CLAIMS_ADMINISTRATORUPHELD' THEN 1 END) AS caU,
     count(CASE cell WHEN 'CLAIMS_ADMINISTRATOROVERTURNED' THEN 1 END) AS caO,
     count(CASE cell WHEN 'EXPERT_REVIEWERUPHELD' THEN 1 END) AS erU,
     count(CASE cell WHEN 'EXPERT_REVIEWEROVERTURNED' THEN 1 END) AS erO
CALL (k, g, year, caU, caO, erU, erO) {
  CREATE (:BenchTally {id: k + ' | ' + year + ' | ' + g, k: k, y: year, g: g, caU: caU, caO: caO, erU: erU, erO: erO})
} IN TRANSACTIONS OF 10000 ROWS
