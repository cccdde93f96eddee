// The findings that are looked at for similarity: those nearest by words and by their label, so many of each item that is the same or
// of the same kind of service (the same item first, then by the body regions that they share), and of each guideline; of these, of
// each decision, the nearest that pass a filter. However large the graph, no more are looked at. Maps hold the rest, lest the
// statement is planned anew for each length of a list.
// params: seed {words, labels (Lucene queries, lists of at most one), bound (of the scores of words), items (ids), modalities,
//   bodyRegions, guidelines (ids), leftOut (what ids of findings begin with that are left out, or null)}, most {byWords, byLabel,
//   ofItem, items, ofGuideline, ofDecision}, filter {conditions (of parts/finding-passes)}
// columns: id, words (score; null when it was not found by words)
// fulltext: finding_words
CALL () {
  UNWIND $seed.words AS words
  CALL db.index.fulltext.queryNodes('finding_words', words, {limit: $most.byWords}) YIELD node, score
  RETURN node AS f, score AS words, score / $seed.bound AS near
  UNION ALL
  UNWIND $seed.labels AS labels
  CALL db.index.fulltext.queryNodes('finding_words', labels, {limit: $most.byLabel}) YIELD node
  RETURN node AS f, null AS words, 0.5 AS near
  UNION ALL
  MATCH (i:Item)
  WHERE i.id IN $seed.items
  CALL (i) {
    MATCH (i)<-[:DECIDES]-(f:Finding)
    RETURN f
    LIMIT $most.ofItem
  }
  RETURN f, null AS words, 1.0 AS near
  UNION ALL
  MATCH (i:Item)
  WHERE i.modality IN $seed.modalities AND NOT i.id IN $seed.items
  WITH i
  ORDER BY size([region IN i.bodyRegions WHERE region IN $seed.bodyRegions]) DESC, i.id
  LIMIT $most.items
  CALL (i) {
    MATCH (i)<-[:DECIDES]-(f:Finding)
    RETURN f
    LIMIT $most.ofItem
  }
  RETURN f, null AS words, 0.5 AS near
  UNION ALL
  MATCH (g:Guideline)
  WHERE g.id IN $seed.guidelines
  CALL (g) {
    MATCH (g)<-[:CITES]-(f:Finding)
    RETURN DISTINCT f
    LIMIT $most.ofGuideline
  }
  RETURN f, null AS words, 0.3 AS near
}
WITH f, max(words) AS words, sum(near) AS near, $filter.conditions AS conditions
WHERE ($seed.leftOut IS NULL OR NOT f.id STARTS WITH $seed.leftOut) AND
  // include parts/finding-passes
WITH f.decision AS decision, f.id AS id, words
ORDER BY near DESC, id
WITH decision, collect({id: id, words: words})[..$most.ofDecision] AS nearest
UNWIND nearest AS one
RETURN one.id AS id, one.words AS words
