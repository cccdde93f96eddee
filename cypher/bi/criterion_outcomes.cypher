// Which criteria decide: findings whose rationale says, with confidence of 0.5 or more, that a condition is met or not met.
// columns: source, criterion_kind, status, is_decisive, findings, upheld, overturned, uphold_rate (as of the view criterion_outcomes)
MATCH (f:Finding)-[applies:APPLIES]->(g:Guideline)
WHERE applies.confidence >= 0.5
WITH g.source AS source, g.kind AS criterion_kind, applies.status AS status, applies.decisive AS is_decisive,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN source, criterion_kind, status, is_decisive, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY source, criterion_kind, status, is_decisive
