// The findings f that match a search ($parts, $required, $most: see search-page), whether by their own words (isByOwn), and what their own
// words (own) and all (total) score. What is looked up as a whole counts for the score only where a part was not.
UNWIND $parts AS part
CALL (part) {
  WITH part
  WHERE part.finding IS NOT NULL
  CALL db.index.fulltext.queryNodes('finding_words', part.finding, {limit: CASE WHEN part.place IS NULL THEN 2147483647 ELSE $most END})
  YIELD node, score
  RETURN node AS f, score, true AS isOwn
  UNION ALL
  WITH part
  WHERE part.summary IS NOT NULL
  CALL db.index.fulltext.queryNodes('case_words', part.summary, {limit: CASE WHEN part.place IS NULL THEN 2147483647 ELSE $most END})
  YIELD node, score
  MATCH (node)-[:HAS_FINDING]->(f:Finding)
  RETURN f, score, false AS isOwn
}
WITH f, isOwn, score, part.place AS place, part.place = -1 AS isWhole
WITH f, count(DISTINCT CASE WHEN NOT isWhole THEN place END) AS met,
     count(DISTINCT CASE WHEN isOwn AND NOT isWhole THEN place END) AS metByOwn,
     count(CASE WHEN isWhole THEN 1 END) AS whole, count(CASE WHEN isWhole AND isOwn THEN 1 END) AS wholeByOwn,
     count(CASE WHEN place IS NULL THEN 1 END) AS excluded,
     sum(CASE WHEN isWhole THEN 0 ELSE score END) AS ofParts, sum(CASE WHEN isOwn AND NOT isWhole THEN score ELSE 0 END) AS ofOwnParts,
     sum(CASE WHEN isWhole THEN score ELSE 0 END) AS ofWhole, sum(CASE WHEN isOwn AND isWhole THEN score ELSE 0 END) AS ofOwnWhole
WHERE (met = $required OR whole > 0) AND excluded = 0
WITH f, metByOwn = $required OR wholeByOwn > 0 AS isByOwn,
     CASE WHEN metByOwn = $required THEN ofOwnParts ELSE ofOwnWhole END AS own,
     CASE WHEN met = $required THEN ofParts ELSE ofWhole END AS total
