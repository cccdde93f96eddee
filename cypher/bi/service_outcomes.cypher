// How findings on each service were decided.
// columns: category, service, findings, upheld, overturned, uphold_rate (as of the view service_outcomes)
MATCH (f:Finding)-[:DECIDES]->(i:Item)
WITH i.category AS category, i.modality AS service,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN category, service, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY category, service
