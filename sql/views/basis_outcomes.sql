-- Whether either party relies on the Medical Treatment Utilization Schedule (MTUS), and how findings were decided.
CREATE VIEW imr.basis_outcomes AS
SELECT
  counted.claims_administrator_basis,
  counted.expert_reviewer_basis,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
FROM (
  SELECT
    finding.claims_administrator_basis,
    finding.expert_reviewer_basis,
    count(*) AS findings,
    sum(finding.is_upheld) AS upheld
  FROM imr.fact_finding AS finding
  GROUP BY finding.claims_administrator_basis, finding.expert_reviewer_basis
) AS counted;

COMMENT ON VIEW imr.basis_outcomes IS 'Whether either party relies on the Medical Treatment Utilization Schedule (MTUS), and how findings were decided.';
COMMENT ON COLUMN imr.basis_outcomes.claims_administrator_basis IS 'What the claims administrator''s decision rests on: MTUS, OUTSIDE_MTUS or NONE.';
COMMENT ON COLUMN imr.basis_outcomes.expert_reviewer_basis IS 'What the expert reviewer''s decision rests on: MTUS, OUTSIDE_MTUS or NONE.';
COMMENT ON COLUMN imr.basis_outcomes.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.basis_outcomes.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.basis_outcomes.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.basis_outcomes.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.basis_outcomes.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.basis_outcomes.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
