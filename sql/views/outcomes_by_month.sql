-- How findings were decided, month by month; letters that print no date are left out.
CREATE VIEW imr.outcomes_by_month AS
SELECT
  counted.month_start,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
FROM (
  SELECT
    date_trunc('month', finding.decision_date)::date AS month_start,
    count(*) AS findings,
    sum(finding.is_upheld) AS upheld
  FROM imr.fact_finding AS finding
  WHERE finding.decision_date IS NOT NULL
  GROUP BY 1
) AS counted;

COMMENT ON VIEW imr.outcomes_by_month IS 'How findings were decided, month by month; letters that print no date are left out.';
COMMENT ON COLUMN imr.outcomes_by_month.month_start IS 'First day of the month of the decision.';
COMMENT ON COLUMN imr.outcomes_by_month.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.outcomes_by_month.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.outcomes_by_month.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.outcomes_by_month.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.outcomes_by_month.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.outcomes_by_month.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
