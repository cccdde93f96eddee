// Whether some of what a search must match is in more texts of an index than are looked at.
// params: parts (as in search-page), most
// columns: isCut
// fulltext: finding_words, case_words
UNWIND $parts AS part
WITH part
WHERE part.place >= 0
UNWIND [['finding_words', part.finding], ['case_words', part.summary]] AS asked
WITH asked
WHERE asked[1] IS NOT NULL
CALL (asked) {
  CALL db.index.fulltext.queryNodes(asked[0], asked[1], {limit: $most + 1}) YIELD score
  RETURN count(*) AS found
}
RETURN max(found) > $most AS isCut
