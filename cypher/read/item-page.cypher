// One page of the items that pass a filter, by id; a condition whose parameter is null lets all pass.
// params: after, limit, name (part of it, any case), modality, bodyRegion, category
// columns: id
// index: item_id (range from $after, in order)
MATCH (i:Item)
WHERE i.id > $after
  AND ($name IS NULL OR toLower(i.name) CONTAINS toLower($name))
  AND ($modality IS NULL OR i.modality = $modality)
  AND ($bodyRegion IS NULL OR $bodyRegion IN i.bodyRegions)
  AND ($category IS NULL OR i.category = $category)
RETURN i.id AS id
ORDER BY id
LIMIT $limit
