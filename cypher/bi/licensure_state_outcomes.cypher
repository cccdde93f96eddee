// How reviewers licensed in each state decided; a profile with two states counts for both.
// columns: licensure_state, findings, upheld, overturned, uphold_rate (as of the view licensure_state_outcomes)
MATCH (r:Reviewer)-[:REVIEWED]->(:Case)-[:HAS_FINDING]->(f:Finding)
UNWIND COLLECT { UNWIND r.licensureStates AS name RETURN DISTINCT name } AS licensure_state
WITH licensure_state,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN licensure_state, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY licensure_state
