// How reviewers of each specialty decided; a profile with two specialties counts for both.
// columns: specialty, findings, upheld, overturned, uphold_rate (as of the view specialty_outcomes)
MATCH (r:Reviewer)-[:REVIEWED]->(:Case)-[:HAS_FINDING]->(f:Finding)
UNWIND COLLECT { UNWIND r.specialties AS name RETURN DISTINCT name } AS specialty
WITH specialty,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN specialty, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY specialty
