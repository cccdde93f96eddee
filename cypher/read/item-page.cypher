// One page of the items that pass a filter, by id.
// params: after, limit, filter {conditions (of parts/item-passes)}
// columns: id
// index: item_id (range from $after, in order)
MATCH (i:Item)
WHERE i.id > $after
WITH i, $filter.conditions AS conditions
WHERE
  // include parts/item-passes
RETURN i.id AS id
ORDER BY id
LIMIT $limit
