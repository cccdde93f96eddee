// One page of the cases that pass a filter, by id; a condition whose parameter is null lets all pass.
// params: after, limit, outcome, decidedFrom, decidedTo, specialty, licensureState, decision, bodyRegion, modality, category,
//   guideline, roles
// columns: id
// index: case_id (range from $after, in order)
MATCH (c:Case)
WHERE c.id > $after
  AND ($outcome IS NULL OR c.outcome = $outcome)
  AND ($decidedFrom IS NULL OR c.decisionDate >= date($decidedFrom))
  AND ($decidedTo IS NULL OR c.decisionDate <= date($decidedTo))
  AND (coalesce($specialty, $licensureState) IS NULL OR EXISTS {
    MATCH (c)<-[:REVIEWED]-(r:Reviewer)
    WHERE ($specialty IS NULL OR $specialty IN r.specialties)
      AND ($licensureState IS NULL OR $licensureState IN r.licensureStates)
  })
  AND (
    coalesce($decision, $bodyRegion, $modality, $category, $guideline, $roles) IS NULL
    OR EXISTS {
      MATCH (c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
      WHERE ($decision IS NULL OR f.decision = $decision)
        AND ($bodyRegion IS NULL OR $bodyRegion IN i.bodyRegions)
        AND ($modality IS NULL OR i.modality = $modality)
        AND ($category IS NULL OR i.category = $category)
        AND (coalesce($guideline, $roles) IS NULL OR EXISTS {
          MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
          WHERE ($guideline IS NULL OR g.id = $guideline) AND ($roles IS NULL OR cites.role IN $roles)
        })
    })
RETURN c.id AS id
ORDER BY id
LIMIT $limit
