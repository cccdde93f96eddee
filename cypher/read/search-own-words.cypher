// Findings that match a search by their own words: of so many that the index tells as the best, those that pass a filter and are behind
// a place. The last score of these is left out, since more findings may have it, unless there are no others. Scores are rounded: how Lucene
// adds them depends a little on how many it is asked for. They are one more than Lucene's, as in search-page.
// params: query (in Lucene's language), page {look (at so many), afterScore, after (id), limit}, filter {conditions (of
//   parts/finding-passes)}
// columns: looked (how many there were to look at), hits [[id, score, decisionDate]]
// fulltext: finding_words
CALL db.index.fulltext.queryNodes('finding_words', $query, {limit: $page.look}) YIELD node, score
WITH collect([node, 1 + round(score, 3)]) AS found
CALL (found) {
  WITH found, CASE size(found) WHEN $page.look THEN found[-1][1] ELSE 0 END AS lowest
  UNWIND found AS one
  WITH one[0] AS f, one[1] AS score, lowest, $filter.conditions AS conditions
  WHERE score > lowest
    AND ($page.after IS NULL OR score < $page.afterScore OR (score = $page.afterScore AND f.id > $page.after))
  WITH f, score, conditions
  WHERE
    // include parts/finding-passes
  WITH f, score
  ORDER BY score DESC, f.id
  LIMIT $page.limit
  MATCH (c:Case)-[:HAS_FINDING]->(f)
  WITH f, score, c
  ORDER BY score DESC, f.id
  RETURN collect([f.id, score, toString(c.decisionDate)]) AS hits
}
RETURN size(found) AS looked, hits
