-- Counts by guideline that are not what the facts count.
-- columns: year, role, guideline, kept, counted (each "upheld/overturned"; null where there is none)
WITH counted AS (
  SELECT decision_year, role, ancestor_key AS guideline_key,
         count(*) FILTER (WHERE is_upheld = 1) AS upheld, count(*) FILTER (WHERE is_upheld = 0) AS overturned
  FROM (
    SELECT DISTINCT coalesce(extract(year FROM citation.decision_date), 0)::smallint AS decision_year,
           counted.role, above.ancestor_key, citation.finding_key, citation.is_upheld
    FROM imr.fact_citation AS citation
    JOIN imr.bridge_guideline_ancestor AS above USING (guideline_key)
    CROSS JOIN LATERAL (VALUES (citation.role), ('ANY')) AS counted (role)
    WHERE NOT citation.is_silent
  ) AS finding
  GROUP BY decision_year, role, ancestor_key
)
SELECT decision_year AS year, role, guideline_id AS guideline,
       kept.upheld || '/' || kept.overturned AS kept, counted.upheld || '/' || counted.overturned AS counted
FROM imr.tally_guideline AS kept
FULL JOIN counted USING (decision_year, role, guideline_key)
JOIN imr.dim_guideline USING (guideline_key)
WHERE kept.upheld IS DISTINCT FROM counted.upheld OR kept.overturned IS DISTINCT FROM counted.overturned
