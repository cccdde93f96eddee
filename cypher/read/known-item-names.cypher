// Every kind of service, body region or category that items have whose service is known. Looks at all of these items, which are few:
// letters share them.
// params: kind (MODALITY, BODY_REGION or CATEGORY)
// columns: name
// index: item_modality (all entries)
MATCH (i:Item)
WHERE i.modality IS NOT NULL
UNWIND CASE $kind WHEN 'MODALITY' THEN [i.modality] WHEN 'CATEGORY' THEN [i.category] ELSE i.bodyRegions END AS name
WITH DISTINCT name
WHERE name IS NOT NULL
RETURN name
