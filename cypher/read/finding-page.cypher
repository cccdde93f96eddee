// One page of the findings that pass a filter, by id; a condition whose parameter is null lets all pass.
// params: after, limit, decision, decidedFrom, decidedTo, specialty, licensureState, bodyRegion, modality, category, guideline,
//   roles
// columns: id
// index: finding_id (range from $after, in order)
MATCH (f:Finding)
WHERE f.id > $after
  AND ($decision IS NULL OR f.decision = $decision)
  AND (
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
  AND (coalesce($guideline, $roles) IS NULL OR EXISTS {
    MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
    WHERE ($guideline IS NULL OR g.id = $guideline) AND ($roles IS NULL OR cites.role IN $roles)
  })
RETURN f.id AS id
ORDER BY id
LIMIT $limit
