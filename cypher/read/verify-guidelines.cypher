// What does not hold of a page of guidelines and criteria, by id. Every node but a source, and the criteria for which no guideline
// is cited, is part of exactly one other of a higher level, whose id its own begins with.
// params: page {after, limit}
// columns: last (id of the page's last guideline; null when there is none), differences [{what, where}]
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id > $page.after
WITH g
ORDER BY g.id
LIMIT $page.limit
OPTIONAL MATCH (g)-[:PART_OF]->(parent:Guideline)
WITH g, collect(parent) AS parents, ['SOURCE', 'CHAPTER', 'TOPIC', 'CRITERION'] AS levels
WITH g, [
  CASE WHEN g.level IS NULL OR NOT g.level IN levels THEN 'a guideline has a level' END,
  CASE WHEN size(parents) > 1 OR (size(parents) = 1) = (g.level = 'SOURCE')
      AND NOT (g.level = 'CRITERION' AND g.source IS NULL)
    THEN 'a guideline is part of one other, a source of none' END,
  CASE WHEN any(parent IN parents WHERE NOT g.id STARTS WITH parent.id + ' > ' OR coalesce(g.source <> parent.source, false))
    THEN 'the id of a guideline begins with that of what it is part of' END,
  CASE WHEN any(parent IN parents WHERE parent.level = 'TOPIC' AND g.level <> 'CRITERION'
      OR parent.level = 'CHAPTER' AND g.level IN ['SOURCE', 'CHAPTER']
      OR parent.level = 'CRITERION' AND (g.level <> 'CRITERION' OR g.text IS NULL OR parent.text IS NOT NULL))
    THEN 'a guideline is part of one of a higher level' END,
  CASE WHEN NOT EXISTS { (g)<-[:CITES|APPLIES|QUOTES|PART_OF]-() } THEN 'a guideline is cited, applied, quoted or has parts' END
] AS wrong
WITH g.id AS id, [what IN wrong WHERE what IS NOT NULL | {what: what, where: g.id}] AS differences
WITH max(id) AS last, collect(differences) AS lists
RETURN last, reduce(all = [], list IN [one IN lists WHERE size(one) > 0] | all + list) AS differences
