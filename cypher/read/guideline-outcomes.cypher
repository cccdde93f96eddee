// For each guideline of one level: how many findings cite it or anything below it, each finding once, and how they were
// decided; a citation that only says that the guideline is silent does not count. A condition whose parameter is null lets all
// pass; guidelines without such a finding are left out.
// params: level, source, guideline (this one or below it), roles, filter {conditions (of parts/finding-passes)}
// columns: guidelineId, findings, upheld
// index: guideline_level_source
MATCH (g:Guideline)
WHERE g.level = $level AND g.source IS NOT NULL
  AND ($source IS NULL OR g.source = $source)
  AND ($guideline IS NULL OR EXISTS {
    MATCH (g)-[:PART_OF*0..2]->(above:Guideline)
    WHERE above.id = $guideline
  })
MATCH (g)<-[:PART_OF*0..2]-(:Guideline)<-[cites:CITES]-(f:Finding)
WHERE NOT coalesce(cites.silent, false)
  AND ($roles IS NULL OR cites.role IN $roles)
WITH DISTINCT g, f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
RETURN g.id AS guidelineId, count(f) AS findings,
       count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
