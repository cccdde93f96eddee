// Which guidelines uphold denials: findings that cite a source, chapter or topic, or anything below it, each finding once.
// columns: role, level, source, chapter, topic, edition, guideline, findings, upheld, overturned, uphold_rate (as of the view
//   guideline_outcomes)
MATCH (g:Guideline)<-[:PART_OF*0..3]-(:Guideline)<-[cites:CITES]-(f:Finding)
WHERE NOT coalesce(cites.silent, false)
UNWIND [cites.role, 'ANY'] AS role
WITH DISTINCT role, g, f
WITH role, g, count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN role, g.level AS level, g.source AS source,
       head([(g)-[:PART_OF*0..3]->(above:Guideline) WHERE above.level = 'CHAPTER' | above.name]) AS chapter,
       head([(g)-[:PART_OF*0..3]->(above:Guideline) WHERE above.level = 'TOPIC' | above.name]) AS topic,
       g.edition AS edition, g.name AS guideline, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY role, level, source, chapter, topic, edition, guideline
