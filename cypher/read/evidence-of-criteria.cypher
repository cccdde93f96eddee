// The statements behind rows of criterion-outcomes: for each row one page of what applies its criterion, those of the preferred
// decision first, then the surest, then by id. The conditions are those of criterion-outcomes; a row adds its kind and its values
// of what is grouped by, null where it has none, and tells which nodes to begin with.
// params: rows [{key, begin (ITEMS, REVIEWERS or CRITERIA), kind, guidelineId, specialty, from, to, modality, bodyRegion}],
//   status, prefer (a decision), afterConfidence, after (id), limit, filter, scope (both as of criterion-outcomes)
// columns: key, values [{id (of the relationship), findingId}]
// index: guideline_level_kind
UNWIND $rows AS row
CALL (row) {
  CALL (row) {
    WITH row
    WHERE row.begin = 'CRITERIA'
    MATCH (criterion:Guideline)
    WHERE criterion.level = 'CRITERION' AND criterion.kind = row.kind
      AND ($scope.source IS NULL OR criterion.source = $scope.source)
      AND ($scope.guideline IS NULL OR EXISTS { (criterion)-[:PART_OF*1..3]->(:Guideline {id: $scope.guideline}) })
      AND (row.guidelineId IS NULL OR EXISTS { (criterion)-[:PART_OF*1..3]->(:Guideline {id: row.guidelineId}) })
    MATCH (criterion)<-[applies:APPLIES]-(f:Finding)
    RETURN criterion, applies, f
    UNION ALL
    WITH row
    WHERE row.begin <> 'CRITERIA'
    CALL (row) {
      WITH row
      WHERE row.begin = 'ITEMS'
      MATCH (i:Item)
      WHERE ($scope.items.modality IS NULL OR i.modality IN $scope.items.modality)
        AND (row.modality IS NULL OR i.modality = row.modality)
        AND ($scope.items.category IS NULL OR i.category IN $scope.items.category)
        AND ($scope.items.bodyRegion IS NULL OR any(region IN i.bodyRegions WHERE region IN $scope.items.bodyRegion))
        AND (row.bodyRegion IS NULL OR row.bodyRegion IN i.bodyRegions)
      MATCH (i)<-[:DECIDES]-(f:Finding)
      RETURN f
      UNION ALL
      WITH row
      WHERE row.begin = 'REVIEWERS'
      MATCH (r:Reviewer)
      WHERE row.specialty IN r.specialties
      MATCH (r)-[:REVIEWED]->(:Case)-[:HAS_FINDING]->(f:Finding)
      RETURN f
    }
    WITH DISTINCT row, f
    MATCH (f)-[applies:APPLIES]->(criterion:Guideline)
    WHERE criterion.kind = row.kind
      AND ($scope.source IS NULL OR criterion.source = $scope.source)
      AND ($scope.guideline IS NULL OR EXISTS { (criterion)-[:PART_OF*1..3]->(:Guideline {id: $scope.guideline}) })
      AND (row.guidelineId IS NULL OR EXISTS { (criterion)-[:PART_OF*1..3]->(:Guideline {id: row.guidelineId}) })
    RETURN criterion, applies, f
  }
  WITH row, criterion, applies, f, $filter.conditions AS conditions
  WHERE applies.status = $status
    AND applies.confidence >= $scope.minConfidence
    AND (NOT $scope.decisiveOnly OR applies.decisive)
    AND ($after IS NULL OR applies.confidence < $afterConfidence
         OR (applies.confidence = $afterConfidence AND applies.id > $after))
    AND (coalesce(row.specialty, row.from) IS NULL OR EXISTS {
      MATCH (f)<-[:HAS_FINDING]-(c:Case)<-[:REVIEWED]-(r:Reviewer)
      WHERE (row.from IS NULL OR date(row.from) <= c.decisionDate <= date(row.to))
        AND (row.specialty IS NULL OR row.specialty IN r.specialties)
    })
    AND
    // include parts/finding-passes
    AND (size($scope.words) = 0 OR EXISTS {
      MATCH (f)<-[:HAS_FINDING]-(c:Case)
      WHERE all(word IN $scope.words WHERE toLower(f.rationale) CONTAINS word OR toLower(c.clinicalSummary) CONTAINS word)
    })
  WITH applies, f
  ORDER BY f.decision = $prefer DESC, applies.confidence DESC, applies.id
  LIMIT $limit
  RETURN collect(applies {.id, findingId: f.id}) AS values
}
RETURN row.key AS key, values
