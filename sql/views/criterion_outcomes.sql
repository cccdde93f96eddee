-- Which criteria decide: findings whose rationale says, with confidence of 0.5 or more, that a condition is met or not met.
CREATE VIEW imr.criterion_outcomes AS
SELECT
  counted.source,
  counted.criterion_kind,
  counted.status,
  counted.is_decisive,
  -- include parts/outcome-columns
FROM (
  SELECT
    criterion.source,
    criterion.criterion_kind,
    applied.status,
    applied.is_decisive,
    sum(applied.findings)::bigint AS findings,
    sum(applied.upheld)::bigint AS upheld
  FROM (
    SELECT fact.guideline_key, fact.status, fact.is_decisive, count(*) AS findings, sum(fact.is_upheld) AS upheld
    FROM imr.fact_applied_criterion AS fact
    WHERE fact.confidence >= 0.5
    GROUP BY fact.guideline_key, fact.status, fact.is_decisive
  ) AS applied
  JOIN imr.dim_guideline AS criterion USING (guideline_key)
  GROUP BY criterion.source, criterion.criterion_kind, applied.status, applied.is_decisive
) AS counted;

COMMENT ON VIEW imr.criterion_outcomes IS 'Which criteria decide: findings whose rationale says, with confidence of 0.5 or more, that a condition is met or not met.';
COMMENT ON COLUMN imr.criterion_outcomes.source IS 'Source of the guideline that sets the criterion; null when the finding cites none.';
COMMENT ON COLUMN imr.criterion_outcomes.criterion_kind IS 'Which condition.';
COMMENT ON COLUMN imr.criterion_outcomes.status IS 'MET or NOT_MET.';
COMMENT ON COLUMN imr.criterion_outcomes.is_decisive IS 'Whether it is given as a reason for the decision.';
