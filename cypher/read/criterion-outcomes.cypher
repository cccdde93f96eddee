// How many findings say that a criterion of each kind is met or not met, and how these were decided, in groups: a finding counts
// for each value that it has of what is grouped by, and for no row when it has none; what is not grouped by is null. A finding
// holds each pair of kind and status once, so that edges are findings. What is null (or an empty list of words) lets all pass.
// Begins with the criteria, or, when something is asked of the item, with the items.
// One map holds the conditions: the engine plans anew for every other set of parameters that are null, which takes longer than
// to answer.
// params: kinds, filter {conditions (of parts/finding-passes)}, scope {source, guideline (above the criterion), minConfidence,
//   decisiveOnly, words (all within the rationale or the clinical summary), items {modality, category, bodyRegion (lists or null)}
//   or null, what to begin with}, groups {level (of the guidelines), bySpecialty, period (YEAR, QUARTER), byModality, byBodyRegion}
// columns: kind, guidelineId, specialty, year, quarter, modality, bodyRegion, notMet, notMetDecisive, notMetUpheld, met,
//   metDecisive, metUpheld
// index: guideline_level_kind
CALL () {
  WITH 1 AS one
  WHERE $scope.items IS NULL
  MATCH (criterion:Guideline)
  WHERE criterion.level = 'CRITERION' AND criterion.kind IN $kinds
    AND ($scope.source IS NULL OR criterion.source = $scope.source)
    AND ($scope.guideline IS NULL OR EXISTS { (criterion)-[:PART_OF*1..3]->(:Guideline {id: $scope.guideline}) })
  UNWIND CASE WHEN $groups.level IS NULL THEN [null] ELSE COLLECT {
    MATCH (criterion)-[:PART_OF*1..3]->(g:Guideline WHERE g.level = $groups.level)
    RETURN g.id
  } END AS guidelineId
  MATCH (criterion)<-[applies:APPLIES]-(f:Finding)
  RETURN criterion, applies, f, guidelineId
  UNION ALL
  WITH 1 AS one
  WHERE $scope.items IS NOT NULL
  MATCH (i:Item)
  WHERE ($scope.items.modality IS NULL OR i.modality IN $scope.items.modality)
    AND ($scope.items.category IS NULL OR i.category IN $scope.items.category)
    AND ($scope.items.bodyRegion IS NULL OR any(region IN i.bodyRegions WHERE region IN $scope.items.bodyRegion))
  MATCH (i)<-[:DECIDES]-(f:Finding)
  WITH DISTINCT f
  MATCH (f)-[applies:APPLIES]->(criterion:Guideline)
  WHERE criterion.kind IN $kinds
    AND ($scope.source IS NULL OR criterion.source = $scope.source)
    AND ($scope.guideline IS NULL OR EXISTS { (criterion)-[:PART_OF*1..3]->(:Guideline {id: $scope.guideline}) })
  UNWIND CASE WHEN $groups.level IS NULL THEN [null] ELSE COLLECT {
    MATCH (criterion)-[:PART_OF*1..3]->(g:Guideline WHERE g.level = $groups.level)
    RETURN g.id
  } END AS guidelineId
  RETURN criterion, applies, f, guidelineId
}
WITH criterion, applies, f, guidelineId, $filter.conditions AS conditions
WHERE applies.confidence >= $scope.minConfidence
  AND (NOT $scope.decisiveOnly OR applies.decisive)
  AND
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
RETURN criterion.kind AS kind, guidelineId, specialty, decided.year AS year,
       CASE $groups.period WHEN 'QUARTER' THEN decided.quarter END AS quarter, modality, bodyRegion,
       count(CASE applies.status WHEN 'NOT_MET' THEN 1 END) AS notMet,
       count(CASE WHEN applies.status = 'NOT_MET' AND applies.decisive THEN 1 END) AS notMetDecisive,
       count(CASE WHEN applies.status = 'NOT_MET' AND f.decision = 'UPHELD' THEN 1 END) AS notMetUpheld,
       count(CASE applies.status WHEN 'MET' THEN 1 END) AS met,
       count(CASE WHEN applies.status = 'MET' AND applies.decisive THEN 1 END) AS metDecisive,
       count(CASE WHEN applies.status = 'MET' AND f.decision = 'UPHELD' THEN 1 END) AS metUpheld
