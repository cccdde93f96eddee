// For each guideline of one level: how many findings cite it or anything below it, each finding once, and how they were
// decided; a citation that only says that the guideline is silent does not count. A condition whose parameter is null lets all pass; guidelines without such a finding are left out.
// params: level, source, guideline (this one or below it), roles, decision, decidedFrom, decidedTo, specialty, licensureState,
//   bodyRegion, modality, category
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
  AND ($decision IS NULL OR f.decision = $decision)
WITH DISTINCT g, f
WHERE (
    coalesce($decidedFrom, $decidedTo, $specialty, $licensureState) IS NULL
    OR EXISTS {
      MATCH (f)<-[:HAS_FINDING]-(c:Case)<-[:REVIEWED]-(r:Reviewer)
      WHERE ($decidedFrom IS NULL OR c.decisionDate >= date($decidedFrom))
        AND ($decidedTo IS NULL OR c.decisionDate <= date($decidedTo))
        AND ($specialty IS NULL OR $specialty IN r.specialties)
        AND ($licensureState IS NULL OR $licensureState IN r.licensureStates)
    })
  AND (coalesce($bodyRegion, $modality, $category) IS NULL OR EXISTS {
    MATCH (f)-[:DECIDES]->(i:Item)
    WHERE ($bodyRegion IS NULL OR $bodyRegion IN i.bodyRegions)
      AND ($modality IS NULL OR i.modality = $modality)
      AND ($category IS NULL OR i.category = $category)
  })
RETURN g.id AS guidelineId, count(f) AS findings,
       count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
