-- How findings on each service were decided.
CREATE VIEW imr.service_outcomes AS
SELECT
  counted.category,
  counted.service,
  -- include parts/outcome-columns
FROM (
  SELECT
    item.category,
    item.service,
    sum(decided.findings)::bigint AS findings,
    sum(decided.upheld)::bigint AS upheld
  FROM (
    SELECT finding.item_key, count(*) AS findings, sum(finding.is_upheld) AS upheld
    FROM imr.fact_finding AS finding
    GROUP BY finding.item_key
  ) AS decided
  JOIN imr.dim_item AS item USING (item_key)
  GROUP BY item.category, item.service
) AS counted;

COMMENT ON VIEW imr.service_outcomes IS 'How findings on each service were decided.';
COMMENT ON COLUMN imr.service_outcomes.category IS 'Category of the service.';
COMMENT ON COLUMN imr.service_outcomes.service IS 'The service, whatever the body region; null: not in the catalogue.';
