-- How findings were decided, month by month; letters that print no date are left out.
CREATE VIEW imr.outcomes_by_month AS
SELECT
  counted.month_start,
  -- include parts/outcome-columns
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
