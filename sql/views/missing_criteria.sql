-- What was missing: conditions that rationales give, with confidence of 0.5 or more, as not met and as a reason, by service.
CREATE VIEW imr.missing_criteria AS
SELECT
  counted.category,
  counted.service,
  counted.criterion_kind,
  -- include parts/outcome-columns
FROM (
  SELECT
    item.category,
    item.service,
    missing.criterion_kind,
    sum(missing.findings)::bigint AS findings,
    sum(missing.upheld)::bigint AS upheld
  FROM (
    SELECT fact.item_key, fact.criterion_kind, count(*) AS findings, sum(fact.is_upheld) AS upheld
    FROM imr.fact_applied_criterion AS fact
    WHERE fact.status = 'NOT_MET' AND fact.is_decisive AND fact.confidence >= 0.5
    GROUP BY fact.item_key, fact.criterion_kind
  ) AS missing
  JOIN imr.dim_item AS item USING (item_key)
  GROUP BY item.category, item.service, missing.criterion_kind
) AS counted;

COMMENT ON VIEW imr.missing_criteria IS 'What was missing: conditions that rationales give, with confidence of 0.5 or more, as not met and as a reason, by service.';
COMMENT ON COLUMN imr.missing_criteria.category IS 'Category of the service.';
COMMENT ON COLUMN imr.missing_criteria.service IS 'The service; null: not in the catalogue.';
COMMENT ON COLUMN imr.missing_criteria.criterion_kind IS 'Which condition was not met.';
