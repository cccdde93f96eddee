// How findings on each drug were decided.
// columns: drug_class, drug, findings, upheld, overturned, uphold_rate (as of the view drug_outcomes)
MATCH (f:Finding)
WHERE f.drug IS NOT NULL
WITH f.drugClass AS drug_class, f.drug AS drug,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN drug_class, drug, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY drug_class, drug
