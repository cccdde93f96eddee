-- Whether both parties cite the same sources, and how findings were decided.
CREATE VIEW imr.citation_agreement_outcomes AS
SELECT
  counted.source_agreement,
  counted.findings,
  counted.upheld,
  counted.findings - counted.upheld AS overturned,
  counted.upheld::double precision / nullif(counted.findings, 0) AS uphold_rate,
  imr.uphold_rate_low(counted.upheld, counted.findings) AS uphold_rate_low,
  imr.uphold_rate_high(counted.upheld, counted.findings) AS uphold_rate_high
FROM (
  SELECT
    finding.source_agreement,
    count(*) AS findings,
    sum(finding.is_upheld) AS upheld
  FROM imr.fact_finding AS finding
  GROUP BY finding.source_agreement
) AS counted;

COMMENT ON VIEW imr.citation_agreement_outcomes IS 'Whether both parties cite the same sources, and how findings were decided.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.source_agreement IS 'SAME, OVERLAPPING, DISJOINT, ONLY_CLAIMS_ADMINISTRATOR, ONLY_EXPERT_REVIEWER or NEITHER.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.findings IS 'Findings: decisions on one disputed item each.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.upheld IS 'Of these, the findings that uphold the denial.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.overturned IS 'Of these, the findings that overturn it.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.uphold_rate IS 'Upheld out of findings, 0 to 1.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.uphold_rate_low IS 'Lower bound of its 95% Wilson interval.';
COMMENT ON COLUMN imr.citation_agreement_outcomes.uphold_rate_high IS 'Upper bound of its 95% Wilson interval.';
