// Guidelines with the one that each is part of.
// params: ids
// columns: id, level, kind, name, text, source, edition, resolution, parentId
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $ids
RETURN g.id AS id, g.level AS level, g.kind AS kind, g.name AS name, g.text AS text, g.source AS source,
       g.edition AS edition, g.resolution AS resolution,
       head([(g)-[:PART_OF]->(parent:Guideline) | parent.id]) AS parentId
