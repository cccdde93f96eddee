-- How reviewers licensed in each state decided; a profile with two states counts for both.
CREATE VIEW imr.licensure_state_outcomes AS
SELECT
  counted.licensure_state,
  -- include parts/outcome-columns
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
