// Makes sure that each item exists. Its properties follow from its id, so an existing one is left alone.
// params: items [{id, name, modality, bodyRegions, category}]
UNWIND $items AS row
MERGE (i:Item {id: row.id})
ON CREATE SET i.name = row.name, i.modality = row.modality, i.bodyRegions = row.bodyRegions, i.category = row.category
