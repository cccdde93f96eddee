// How much each of several words tells: the most that the full-text index gives it alone for any finding, or, with 2 for least,
// for a second one. Rare words score high. A word that so few findings have has no row.
// params: lookup {words [{word, query (Lucene)}], least (1 or 2)}
// columns: word, weight
// fulltext: finding_words
UNWIND $lookup.words AS each
CALL (each) {
  CALL db.index.fulltext.queryNodes('finding_words', each.query, {limit: $lookup.least}) YIELD score
  RETURN collect(score) AS scores
}
WITH each, scores
WHERE size(scores) = $lookup.least
RETURN each.word AS word, scores[$lookup.least - 1] AS weight
