// Whether either party relies on the Medical Treatment Utilization Schedule (MTUS), and how findings were decided.
// columns: claims_administrator_basis, expert_reviewer_basis, findings, upheld, overturned, uphold_rate (as of the view basis_outcomes)
MATCH (f:Finding)
WITH f.claimsAdministratorBasis AS claims_administrator_basis, f.expertReviewerBasis AS expert_reviewer_basis,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN claims_administrator_basis, expert_reviewer_basis, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY claims_administrator_basis, expert_reviewer_basis
