-- Whether both parties cite the same sources, and how findings were decided.
CREATE VIEW imr.citation_agreement_outcomes AS
SELECT
  counted.source_agreement,
  -- include parts/outcome-columns
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
