// Items.
// params: ids
// columns: id, name, modality, bodyRegions, category
// index: item_id
MATCH (i:Item)
WHERE i.id IN $ids
RETURN i.id AS id, i.name AS name, i.modality AS modality, i.bodyRegions AS bodyRegions, i.category AS category
