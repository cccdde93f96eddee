// What does not hold of a page of cases, by id. Offsets count UTF-16 units and size() characters, so a text that has characters of
// two units is given twice its size.
// params: page {after, limit}
// columns: last (id of the page's last case; null when there is none), differences [{what, where}]
// index: case_id
MATCH (c:Case)
WHERE c.id > $page.after
WITH c
ORDER BY c.id
LIMIT $page.limit
OPTIONAL MATCH (c)-[:HAS_FINDING]->(f:Finding)
WITH c, f
ORDER BY f.ordinal
WITH c, collect(f.ordinal) AS ordinals, collect(f.id) AS ids, collect(f.decision) AS decisions, coalesce(c.spanOffsets, []) AS offsets
WITH c, [
  CASE WHEN COUNT { (c)<-[:REVIEWED]-(:Reviewer) } <> 1 THEN 'a case has exactly one reviewer' END,
  CASE WHEN ordinals <> range(1, size(ordinals)) THEN 'the findings of a case are numbered from 1 without gaps' END,
  CASE WHEN ids <> [ordinal IN ordinals | c.id + '#' + ordinal] THEN 'the id of a finding is that of its case, # and its ordinal' END,
  CASE WHEN c.outcome <> CASE
    WHEN all(decision IN decisions WHERE decision = 'UPHELD') THEN 'UPHOLD'
    WHEN all(decision IN decisions WHERE decision = 'OVERTURNED') THEN 'OVERTURN'
    ELSE 'PARTIAL_OVERTURN'
  END THEN 'the outcome of a case follows from its decisions' END,
  CASE WHEN c.text IS NULL OR c.factsHash IS NULL OR c.parserVersion IS NULL OR c.outcome IS NULL
    THEN 'a case has its text, outcome, and what it was read by' END,
  CASE WHEN size(offsets) <> 2 * size(coalesce(c.spanFields, []))
      OR any(i IN range(0, size(offsets) - 2, 2) WHERE offsets[i] < 0 OR offsets[i] > offsets[i + 1])
      OR any(offset IN offsets WHERE offset > CASE
        WHEN offset <= size(c.text) THEN offset
        WHEN c.text =~ '(?s).*[\\x{10000}-\\x{10ffff}].*' THEN 2 * size(c.text)
        ELSE size(c.text)
      END)
    THEN 'spans lie within the text' END
] AS wrong
WITH c.id AS id, [what IN wrong WHERE what IS NOT NULL | {what: what, where: c.id}] AS differences
WITH max(id) AS last, collect(differences) AS lists
RETURN last, reduce(all = [], list IN [one IN lists WHERE size(one) > 0] | all + list) AS differences
