// For each topic of the ODG: findings whose reviewer cites it, each once, and those of them that were upheld.
MATCH (g:Guideline {level: 'TOPIC', source: 'ODG'})<-[cites:CITES]-(f:Finding)
WHERE cites.role = 'EXPERT_REVIEWER' AND NOT cites.silent
WITH DISTINCT g, f
RETURN g.id AS id, count(*) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld
