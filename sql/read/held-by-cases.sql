-- What these cases hold of the dimensions that cases share: what may be needed by nobody once they are gone.
-- params: $1 keys of cases
-- columns: reviewers, items, guidelines (keys, with those above)
SELECT
  ARRAY(SELECT DISTINCT reviewer_profile_key FROM imr.fact_finding WHERE case_key = ANY ($1)) AS reviewers,
  ARRAY(SELECT DISTINCT item_key FROM imr.fact_finding WHERE case_key = ANY ($1)) AS items,
  ARRAY(
    SELECT DISTINCT ancestor_key
    FROM imr.bridge_guideline_ancestor
    WHERE guideline_key IN (
      SELECT guideline_key FROM imr.fact_citation WHERE case_key = ANY ($1)
      UNION
      SELECT guideline_key FROM imr.fact_applied_criterion WHERE case_key = ANY ($1)
    )
  ) AS guidelines
