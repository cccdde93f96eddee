-- How reviewers of each specialty decided; a profile with two specialties counts for both.
CREATE VIEW imr.specialty_outcomes AS
SELECT
  counted.specialty,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
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
COMMENT ON COLUMN imr.specialty_outcomes.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.specialty_outcomes.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.specialty_outcomes.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.specialty_outcomes.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.specialty_outcomes.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.specialty_outcomes.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
