// What a `test` asks of an item: lines of a CASE. Needs i.
WHEN 'ITEM' THEN i.id IN test.any
WHEN 'MODALITY' THEN i.modality IN test.any
WHEN 'CATEGORY' THEN i.category IN test.any
WHEN 'BODY_REGION' THEN any(name IN i.bodyRegions WHERE name IN test.any)
