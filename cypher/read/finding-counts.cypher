// How many findings there are in groups, and how many were upheld: what criterion-outcomes counts out of. With a source, a
// guideline or a level only findings whose reviewer cites such a guideline or one below it (and not to say that it is silent).
// Groups and conditions as in criterion-outcomes. Begins with the items, the guidelines or the findings, whatever is fewest.
// params: filter, scope (both as of criterion-outcomes), groups {level, bySpecialty, period, byModality, byBodyRegion}
// columns: guidelineId, specialty, year, quarter, modality, bodyRegion, findings, upheld
CALL () {
  WITH $scope.items AS item, coalesce($scope.source, $scope.guideline, $groups.level) AS cited
  WHERE item IS NULL AND cited IS NULL
  MATCH (f:Finding)
  RETURN f, null AS guidelineId
  UNION ALL
  WITH $scope.items AS item, coalesce($scope.source, $scope.guideline, $groups.level) AS cited
  WHERE item IS NULL AND cited IS NOT NULL
  MATCH (g:Guideline)
  WHERE g.level IN ['SOURCE', 'CHAPTER', 'TOPIC'] AND ($scope.source IS NULL OR g.source = $scope.source)
    AND ($scope.guideline IS NULL OR EXISTS { (g)-[:PART_OF*0..2]->(:Guideline {id: $scope.guideline}) })
  UNWIND CASE WHEN $groups.level IS NULL THEN [null] ELSE COLLECT {
    MATCH (g)-[:PART_OF*0..2]->(above:Guideline WHERE above.level = $groups.level)
    RETURN above.id
  } END AS guidelineId
  MATCH (g)<-[cites:CITES]-(f:Finding)
  WHERE cites.role <> 'CLAIMS_ADMINISTRATOR' AND NOT coalesce(cites.silent, false)
  RETURN DISTINCT f, guidelineId
  UNION ALL
  WITH $scope.items AS item, coalesce($scope.source, $scope.guideline, $groups.level) AS cited
  WHERE item IS NOT NULL
  MATCH (i:Item)
  WHERE ($scope.items.modality IS NULL OR i.modality IN $scope.items.modality)
    AND ($scope.items.category IS NULL OR i.category IN $scope.items.category)
    AND ($scope.items.bodyRegion IS NULL OR any(region IN i.bodyRegions WHERE region IN $scope.items.bodyRegion))
  MATCH (i)<-[:DECIDES]-(f:Finding)
  WITH DISTINCT f, cited
  UNWIND CASE WHEN cited IS NULL THEN [null] ELSE COLLECT {
    MATCH (f)-[cites:CITES]->(g:Guideline)-[:PART_OF*0..2]->(above:Guideline WHERE above.level = coalesce($groups.level, 'SOURCE'))
    WHERE cites.role <> 'CLAIMS_ADMINISTRATOR' AND NOT coalesce(cites.silent, false)
      AND ($scope.source IS NULL OR g.source = $scope.source)
      AND ($scope.guideline IS NULL OR EXISTS { (g)-[:PART_OF*0..2]->(:Guideline {id: $scope.guideline}) })
    RETURN DISTINCT CASE WHEN $groups.level IS NOT NULL THEN above.id END
  } END AS guidelineId
  RETURN f, guidelineId
}
WITH f, guidelineId, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
  AND (size($scope.words) = 0 OR EXISTS {
    MATCH (f)<-[:HAS_FINDING]-(c:Case)
    WHERE all(word IN $scope.words WHERE toLower(f.rationale) CONTAINS word OR toLower(c.clinicalSummary) CONTAINS word)
  })
UNWIND CASE WHEN NOT $groups.bySpecialty THEN [null] ELSE COLLECT {
  MATCH (f)<-[:HAS_FINDING]-(:Case)<-[:REVIEWED]-(r:Reviewer)
  UNWIND r.specialties AS name
  RETURN DISTINCT name
} END AS specialty
UNWIND CASE WHEN $groups.period IS NULL THEN [null] ELSE COLLECT {
  MATCH (f)<-[:HAS_FINDING]-(c:Case)
  WHERE c.decisionDate IS NOT NULL
  RETURN c.decisionDate
} END AS decided
UNWIND CASE WHEN NOT $groups.byModality THEN [null] ELSE COLLECT {
  MATCH (f)-[:DECIDES]->(i:Item)
  WHERE i.modality IS NOT NULL
  RETURN i.modality
} END AS modality
UNWIND CASE WHEN NOT $groups.byBodyRegion THEN [null] ELSE COLLECT {
  MATCH (f)-[:DECIDES]->(i:Item)
  UNWIND i.bodyRegions AS region
  RETURN DISTINCT region
} END AS bodyRegion
RETURN guidelineId, specialty, decided.year AS year,
       CASE $groups.period WHEN 'QUARTER' THEN decided.quarter END AS quarter, modality, bodyRegion,
       count(*) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
