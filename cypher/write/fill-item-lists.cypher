// Gives items the empty list that the import tool does not write.
// params: most (items at once)
// columns: changed
MATCH (i:Item)
WHERE i.bodyRegions IS NULL
WITH i LIMIT $most
SET i.bodyRegions = []
RETURN count(*) AS changed
