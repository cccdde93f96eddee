-- How reviewers licensed in each state decided; a profile with two states counts for both.
CREATE VIEW imr.licensure_state_outcomes AS
SELECT
  counted.licensure_state,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
FROM (
  SELECT
    state.licensure_state,
    sum(decided.findings)::bigint AS findings,
    sum(decided.upheld)::bigint AS upheld
  FROM (
    SELECT finding.reviewer_profile_key, count(*) AS findings, sum(finding.is_upheld) AS upheld
    FROM imr.fact_finding AS finding
    GROUP BY finding.reviewer_profile_key
  ) AS decided
  JOIN imr.bridge_reviewer_state AS state USING (reviewer_profile_key)
  GROUP BY state.licensure_state
) AS counted;

COMMENT ON VIEW imr.licensure_state_outcomes IS 'How reviewers licensed in each state decided; a profile with two states counts for both.';
COMMENT ON COLUMN imr.licensure_state_outcomes.licensure_state IS 'State of licensure.';
COMMENT ON COLUMN imr.licensure_state_outcomes.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.licensure_state_outcomes.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.licensure_state_outcomes.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.licensure_state_outcomes.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.licensure_state_outcomes.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.licensure_state_outcomes.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
