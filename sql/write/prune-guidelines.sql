-- Takes away those of the guidelines that nothing cites, applies or is part of any more; then those above them may be such.
-- params: $1 keys of guidelines
-- columns: id
WITH gone AS (
  SELECT guideline_key FROM unnest($1::integer[]) AS asked (guideline_key)
  WHERE NOT EXISTS (SELECT FROM imr.fact_citation AS fact WHERE fact.guideline_key = asked.guideline_key)
    AND NOT EXISTS (SELECT FROM imr.fact_applied_criterion AS fact WHERE fact.guideline_key = asked.guideline_key)
    AND NOT EXISTS (SELECT FROM imr.dim_guideline AS below WHERE below.parent_key = asked.guideline_key)
), paths AS (
  DELETE FROM imr.bridge_guideline_ancestor WHERE guideline_key IN (SELECT guideline_key FROM gone)
)
DELETE FROM imr.dim_guideline WHERE guideline_key IN (SELECT guideline_key FROM gone)
RETURNING guideline_id AS id
