-- What each of the next cases holds, by id: for the comparison with the graph.
-- params: $1 the id before them, $2 how many
-- columns: id, findings, upheld, citations, appliedCriteria
SELECT
  letter.case_id AS id,
  (SELECT count(*) FROM imr.fact_finding AS fact WHERE fact.case_key = letter.case_key)::integer AS findings,
  (SELECT coalesce(sum(is_upheld), 0) FROM imr.fact_finding AS fact WHERE fact.case_key = letter.case_key)::integer AS upheld,
  (SELECT count(*) FROM imr.fact_citation AS fact WHERE fact.case_key = letter.case_key)::integer AS citations,
  (SELECT count(*) FROM imr.fact_applied_criterion AS fact WHERE fact.case_key = letter.case_key)::integer
    AS "appliedCriteria"
FROM imr.dim_case AS letter
WHERE letter.case_id > $1
ORDER BY letter.case_id
LIMIT $2
