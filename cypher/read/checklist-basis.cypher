// How many findings on a service, and how many letters, a checklist rests on, and in how many a criterion is said to be met or
// not met.
// params: modality, bodyRegion (of each any, null for all), words (all within the rationale or the clinical summary),
//   minConfidence
// columns: findings, upheld, letters, withCriteria
// index: item_modality
MATCH (i:Item)
WHERE i.modality IN $modality
  AND ($bodyRegion IS NULL OR any(region IN i.bodyRegions WHERE region IN $bodyRegion))
MATCH (i)<-[:DECIDES]-(f:Finding)<-[:HAS_FINDING]-(c:Case)
WHERE all(word IN $words WHERE toLower(f.rationale) CONTAINS word OR toLower(c.clinicalSummary) CONTAINS word)
RETURN count(f) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld, count(DISTINCT c) AS letters,
       count(CASE WHEN EXISTS { (f)-[applies:APPLIES]->() WHERE applies.confidence >= $minConfidence } THEN 1 END) AS withCriteria
