-- Whether either party relies on the Medical Treatment Utilization Schedule (MTUS), and how findings were decided.
CREATE VIEW imr.basis_outcomes AS
SELECT
  counted.claims_administrator_basis,
  counted.expert_reviewer_basis,
  -- include parts/outcome-columns
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
