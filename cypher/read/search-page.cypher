// One page of the findings whose texts match a search and that pass a filter. Each part is looked up by itself in a finding's own
// texts and in the summary of its case, so that what must match may stand in different texts; what must match as a whole is looked up
// in either, too, so that findings that match so are found even where each part alone is in too many texts. Of what must match only the best of
// each index are looked at. The score is the sum of all that Lucene gives the parts, rounded, so that the order of adding makes no difference.
// Findings that match by their own words come before those that need the summary of their case: the score of those is one more than that
// of their words, that of these is below 1.
// params: parts [{place (null of what must not match, -1 of all that must), finding, summary (Lucene queries; null where not searched)}],
//   required (how many parts must match), most (so many of what must match are looked at), order (RELEVANCE, DECISION_DATE), afterScore,
//   afterDate (null when behind all dates), after (id), limit, withOwn (whether those are told that match by their own words), filter
//   {conditions (of parts/finding-passes)}
// columns: id, score, decisionDate
// fulltext: finding_words, case_words
// include parts/search-matches
WITH f, isByOwn, own, total, $filter.conditions AS conditions
WHERE ($withOwn OR NOT isByOwn) AND
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
