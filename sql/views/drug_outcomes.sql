-- How findings on each drug were decided.
CREATE VIEW imr.drug_outcomes AS
SELECT
  counted.drug_class,
  counted.drug,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
FROM (
  SELECT
    finding.drug_class,
    finding.drug,
    count(*) AS findings,
    sum(finding.is_upheld) AS upheld
  FROM imr.fact_finding AS finding
  WHERE finding.drug IS NOT NULL
  GROUP BY finding.drug_class, finding.drug
) AS counted;

COMMENT ON VIEW imr.drug_outcomes IS 'How findings on each drug were decided.';
COMMENT ON COLUMN imr.drug_outcomes.drug_class IS 'Class of the drug.';
COMMENT ON COLUMN imr.drug_outcomes.drug IS 'Generic name of the drug.';
COMMENT ON COLUMN imr.drug_outcomes.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.drug_outcomes.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.drug_outcomes.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.drug_outcomes.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.drug_outcomes.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.drug_outcomes.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
