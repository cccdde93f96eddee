-- How findings on each drug were decided.
CREATE VIEW imr.drug_outcomes AS
SELECT
  counted.drug_class,
  counted.drug,
  -- include parts/outcome-columns
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
