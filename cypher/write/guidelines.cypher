// Makes sure that each guideline exists and is part of its parent. Parents come before their children.
// params: guidelines [{id, level, name, source, edition, resolution, parentId, and of criteria kind, text}]
UNWIND $guidelines AS row
MERGE (g:Guideline {id: row.id})
ON CREATE SET g.level = row.level, g.name = row.name, g.source = row.source, g.edition = row.edition,
              g.resolution = row.resolution, g.kind = row.kind, g.text = row.text
WITH g, row
WHERE row.parentId IS NOT NULL
MATCH (parent:Guideline {id: row.parentId})
MERGE (g)-[:PART_OF]->(parent)
