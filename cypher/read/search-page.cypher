// One page of the findings whose texts match a search and that pass a filter. Each part is looked up by itself in a finding's own
// texts and in the summary of its case, so that what must match may stand in different texts. The score is the sum of all that
// Lucene gives, rounded, so that the order of adding makes no difference. Findings that match by their own words come before those that need
// the summary of their case: the score of those is one more than that of their words, that of these is below 1.
// params: parts [{place (null of what must not match), finding, summary (Lucene queries; null where not searched)}], required (how
//   many parts must match), order (RELEVANCE, DECISION_DATE), afterScore, afterDate (null when behind all dates), after (id), limit,
//   withOwn (whether those are told that match by their own words), filter {conditions (of parts/finding-passes)}
// columns: id, score, decisionDate
// fulltext: finding_words, case_words
UNWIND $parts AS part
CALL (part) {
  WITH part
  WHERE part.finding IS NOT NULL
  CALL db.index.fulltext.queryNodes('finding_words', part.finding) YIELD node, score
  RETURN node AS f, score, true AS isOwn
  UNION ALL
  WITH part
  WHERE part.summary IS NOT NULL
  CALL db.index.fulltext.queryNodes('case_words', part.summary) YIELD node, score
  MATCH (node)-[:HAS_FINDING]->(f:Finding)
  RETURN f, score, false AS isOwn
}
WITH f, count(DISTINCT part.place) AS met, count(DISTINCT CASE WHEN isOwn THEN part.place END) = $required AS isByOwn,
     count(CASE WHEN part.place IS NULL THEN 1 END) AS excluded, sum(score) AS total, sum(CASE WHEN isOwn THEN score ELSE 0 END) AS own,
     $filter.conditions AS conditions
WHERE met = $required AND excluded = 0 AND ($withOwn OR NOT isByOwn) AND
  // include parts/finding-passes
MATCH (c:Case)-[:HAS_FINDING]->(f)
WITH f.id AS id, CASE WHEN isByOwn THEN 1 + round(own, 3) ELSE round(total / (1 + total), 6) END AS score,
     c.decisionDate AS decisionDate
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
