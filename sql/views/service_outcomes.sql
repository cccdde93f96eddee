-- How findings on each service were decided.
CREATE VIEW imr.service_outcomes AS
SELECT
  counted.category,
  counted.service,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
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
COMMENT ON COLUMN imr.service_outcomes.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.service_outcomes.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.service_outcomes.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.service_outcomes.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.service_outcomes.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.service_outcomes.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
