-- How reviewers of each specialty decided; a profile with two specialties counts for both.
CREATE VIEW imr.specialty_outcomes AS
SELECT
  counted.specialty,
  -- include parts/outcome-columns
FROM (
  SELECT
    specialty.specialty,
    sum(decided.findings)::bigint AS findings,
    sum(decided.upheld)::bigint AS upheld
  FROM (
    SELECT finding.reviewer_profile_key, count(*) AS findings, sum(finding.is_upheld) AS upheld
    FROM imr.fact_finding AS finding
    GROUP BY finding.reviewer_profile_key
  ) AS decided
  JOIN imr.bridge_reviewer_specialty USING (reviewer_profile_key)
  JOIN imr.dim_specialty AS specialty USING (specialty_key)
  GROUP BY specialty.specialty
) AS counted;

COMMENT ON VIEW imr.specialty_outcomes IS 'How reviewers of each specialty decided; a profile with two specialties counts for both.';
COMMENT ON COLUMN imr.specialty_outcomes.specialty IS 'Specialty of the reviewer.';
