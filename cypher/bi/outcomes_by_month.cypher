// How findings were decided, month by month; letters that print no date are left out.
// columns: month_start, findings, upheld, overturned, uphold_rate (as of the view outcomes_by_month)
MATCH (c:Case)-[:HAS_FINDING]->(f:Finding)
WHERE c.decisionDate IS NOT NULL
WITH date.truncate('month', c.decisionDate) AS month_start,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN month_start, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY month_start
