-- Adds the findings of these cases to the counts by guideline, or takes them away.
-- params: $1 keys of cases, or null for all; $2 1 to add, -1 to take away
INSERT INTO imr.tally_guideline AS tally (decision_year, role, guideline_key, upheld, overturned)
SELECT decision_year, role, ancestor_key,
       $2 * count(*) FILTER (WHERE is_upheld = 1),
       $2 * count(*) FILTER (WHERE is_upheld = 0)
FROM (
  SELECT DISTINCT coalesce(extract(year FROM citation.decision_date), 0)::smallint AS decision_year,
         counted.role, above.ancestor_key, citation.finding_key, citation.is_upheld
  FROM imr.fact_citation AS citation
  JOIN imr.bridge_guideline_ancestor AS above USING (guideline_key)
  CROSS JOIN LATERAL (VALUES (citation.role), ('ANY')) AS counted (role)
  WHERE NOT citation.is_silent AND ($1::integer[] IS NULL OR citation.case_key = ANY ($1))
) AS finding
GROUP BY decision_year, role, ancestor_key
ON CONFLICT (decision_year, role, guideline_key) DO UPDATE
SET upheld = tally.upheld + excluded.upheld, overturned = tally.overturned + excluded.overturned
