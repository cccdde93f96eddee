// One page of the findings whose texts match a search and that pass a filter. Each part is looked up by itself in a finding's own
// texts and in the summary of its case, so that what must match may stand in different texts. The score is the sum of all that
// Lucene gives, rounded, so that the order of adding makes no difference. A condition that is null lets all pass; one map holds
// the conditions, as in criterion-outcomes.
// params: parts [{place (null of what must not match), finding, summary (Lucene queries; null where not searched)}], required (how
//   many parts must match), order (RELEVANCE, DECISION_DATE), afterScore, afterDate (null when behind all dates), after (id), limit,
//   filter {decision, decidedFrom, decidedTo, specialty, licensureState, bodyRegion, modality, category, guideline, roles}
// columns: id, score, decisionDate
// fulltext: finding_words, case_words
UNWIND $parts AS part
CALL (part) {
  WITH part
  WHERE part.finding IS NOT NULL
  CALL db.index.fulltext.queryNodes('finding_words', part.finding) YIELD node, score
  RETURN node AS f, score
  UNION ALL
  WITH part
  WHERE part.summary IS NOT NULL
  CALL db.index.fulltext.queryNodes('case_words', part.summary) YIELD node, score
  MATCH (node)-[:HAS_FINDING]->(f:Finding)
  RETURN f, score
}
WITH f, count(DISTINCT part.place) AS met, count(CASE WHEN part.place IS NULL THEN 1 END) AS excluded, sum(score) AS total
WHERE met = $required AND excluded = 0
  AND ($filter.decision IS NULL OR f.decision = $filter.decision)
  AND (
    coalesce($filter.decidedFrom, $filter.decidedTo, $filter.specialty, $filter.licensureState) IS NULL
    OR EXISTS {
      MATCH (f)<-[:HAS_FINDING]-(c:Case)<-[:REVIEWED]-(r:Reviewer)
      WHERE ($filter.decidedFrom IS NULL OR c.decisionDate >= date($filter.decidedFrom))
        AND ($filter.decidedTo IS NULL OR c.decisionDate <= date($filter.decidedTo))
        AND ($filter.specialty IS NULL OR $filter.specialty IN r.specialties)
        AND ($filter.licensureState IS NULL OR $filter.licensureState IN r.licensureStates)
    })
  AND (coalesce($filter.bodyRegion, $filter.modality, $filter.category) IS NULL OR EXISTS {
    MATCH (f)-[:DECIDES]->(i:Item)
    WHERE ($filter.bodyRegion IS NULL OR $filter.bodyRegion IN i.bodyRegions)
      AND ($filter.modality IS NULL OR i.modality = $filter.modality)
      AND ($filter.category IS NULL OR i.category = $filter.category)
  })
  AND (coalesce($filter.guideline, $filter.roles) IS NULL OR EXISTS {
    MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
    WHERE ($filter.guideline IS NULL OR g.id = $filter.guideline) AND ($filter.roles IS NULL OR cites.role IN $filter.roles)
  })
MATCH (c:Case)-[:HAS_FINDING]->(f)
WITH f.id AS id, round(total, 4) AS score, c.decisionDate AS decisionDate
WHERE $after IS NULL
  OR ($order = 'RELEVANCE' AND (score < $afterScore OR (score = $afterScore AND id > $after)))
  OR ($order = 'DECISION_DATE' AND CASE
    WHEN $afterDate IS NULL THEN decisionDate IS NULL AND id > $after
    ELSE decisionDate IS NULL OR decisionDate < date($afterDate) OR (decisionDate = date($afterDate) AND id > $after)
  END)
RETURN id, score, decisionDate
ORDER BY CASE $order WHEN 'RELEVANCE' THEN score END DESC,
         CASE $order WHEN 'DECISION_DATE' THEN coalesce(decisionDate, date('0001-01-01')) END DESC, id
LIMIT $limit
