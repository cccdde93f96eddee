// What does not hold of a page of findings, by id.
// params: page {after, limit}
// columns: last (id of the page's last finding; null when there is none), differences [{what, where}]
// index: finding_id
MATCH (f:Finding)
WHERE f.id > $page.after
WITH f
ORDER BY f.id
LIMIT $page.limit
OPTIONAL MATCH (c:Case)-[:HAS_FINDING]->(f)
WITH f, count(c) AS cases, max(size(c.text)) AS size
OPTIONAL MATCH (f)-[edge:CITES|APPLIES|QUOTES]->(g:Guideline)
WITH f, cases, size, collect(edge.id) AS ids, count(DISTINCT edge.id) AS distinctIds, count(edge) AS edges,
     collect(CASE WHEN (type(edge) = 'CITES') = (g.level = 'CRITERION') THEN edge.id END) AS otherLevels,
     collect(CASE WHEN type(edge) = 'APPLIES' AND g.kind IS NULL THEN edge.id END) AS withoutKind,
     collect(CASE WHEN edge.spanStart < 0 OR edge.spanStart > edge.spanEnd OR edge.spanEnd > 2 * size THEN edge.id END) AS beyond,
     coalesce(f.spanOffsets, []) AS offsets
WITH f, [
  CASE WHEN cases <> 1 THEN 'a finding has exactly one case' END,
  CASE WHEN COUNT { (f)-[:DECIDES]->(:Item) } <> 1 THEN 'a finding has exactly one item' END,
  CASE WHEN f.decision IS NULL OR NOT f.decision IN ['UPHELD', 'OVERTURNED'] THEN 'a decision is UPHELD or OVERTURNED' END,
  CASE WHEN distinctIds <> edges OR any(id IN ids WHERE NOT id STARTS WITH f.id + '/')
    THEN 'edges to guidelines have ids of their own below that of their finding' END,
  CASE WHEN size(otherLevels) > 0 THEN 'findings cite guidelines, and apply and quote criteria' END,
  CASE WHEN size(withoutKind) > 0 THEN 'criteria that are applied have a kind' END,
  CASE WHEN size(offsets) <> 2 * size(coalesce(f.spanFields, [])) OR size(beyond) > 0
      OR any(i IN range(0, size(offsets) - 2, 2) WHERE offsets[i] < 0 OR offsets[i] > offsets[i + 1] OR offsets[i + 1] > 2 * size)
    THEN 'spans lie within the text' END
] AS wrong
WITH f.id AS id, [what IN wrong WHERE what IS NOT NULL | {what: what, where: f.id}] AS differences
WITH max(id) AS last, collect(differences) AS lists
RETURN last, reduce(all = [], list IN [one IN lists WHERE size(one) > 0] | all + list) AS differences
