// The same as guideline_outcomes, year by year; letters that print no date are left out.
// columns: decision_year, role, level, source, chapter, topic, edition, guideline, findings, upheld, overturned, uphold_rate (as of the view
//   guideline_outcomes_by_year)
MATCH (g:Guideline)<-[:PART_OF*0..3]-(:Guideline)<-[cites:CITES]-(f:Finding)<-[:HAS_FINDING]-(c:Case)
WHERE NOT coalesce(cites.silent, false) AND c.decisionDate IS NOT NULL
UNWIND [cites.role, 'ANY'] AS role
WITH DISTINCT c.decisionDate.year AS decision_year, role, g, f
WITH decision_year, role, g, count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN decision_year, role, g.level AS level, g.source AS source,
       head([(g)-[:PART_OF*0..3]->(above:Guideline) WHERE above.level = 'CHAPTER' | above.name]) AS chapter,
       head([(g)-[:PART_OF*0..3]->(above:Guideline) WHERE above.level = 'TOPIC' | above.name]) AS topic,
       g.edition AS edition, g.name AS guideline, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY decision_year, role, level, source, chapter, topic, edition, guideline
