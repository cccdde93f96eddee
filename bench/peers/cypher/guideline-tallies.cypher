// The same from tallies, where they have the filter: some values of one dimension, and years. The index on (k, y) is used only
// when both are given.
// params: keys, from, to (years; 0: none is known)
MATCH (t:BenchTally)
WHERE t.k IN $keys AND t.y >= $from AND t.y <= $to
WITH t.g AS id, sum(t.erU) AS upheld, sum(t.erO) AS overturned
WHERE upheld + overturned > 0
MATCH (g:Guideline {id: id})
WHERE g.level = 'TOPIC' AND g.source = 'ODG'
RETURN g.id AS id, upheld + overturned AS findings, upheld
