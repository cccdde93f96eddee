-- How long cases took from assignment to decision, by year and priority; letters that do not print both days are left out.
CREATE VIEW imr.days_to_decision AS
SELECT
  extract(year FROM decision_date)::smallint AS decision_year,
  priority,
  count(*) AS cases,
  percentile_disc(0.25) WITHIN GROUP (ORDER BY days_to_decision) AS first_quartile,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY days_to_decision) AS median,
  percentile_disc(0.75) WITHIN GROUP (ORDER BY days_to_decision) AS third_quartile
FROM imr.dim_case
WHERE days_to_decision IS NOT NULL
GROUP BY 1, 2;

COMMENT ON VIEW imr.days_to_decision IS 'How long cases took from assignment to decision, by year and priority; letters that do not print both days are left out.';
COMMENT ON COLUMN imr.days_to_decision.decision_year IS 'Year of the decision.';
COMMENT ON COLUMN imr.days_to_decision.priority IS 'STANDARD or EXPEDITED.';
COMMENT ON COLUMN imr.days_to_decision.cases IS 'Cases that print both days.';
COMMENT ON COLUMN imr.days_to_decision.first_quartile IS 'A quarter of the cases took so many days at most.';
COMMENT ON COLUMN imr.days_to_decision.median IS 'Half of the cases did.';
COMMENT ON COLUMN imr.days_to_decision.third_quartile IS 'Three quarters did.';
