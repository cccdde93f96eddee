// One page of the items that pass a filter, by id.
// params: page {after, limit}, filter {conditions (of parts/item-passes)}
// columns: id
// index: item_id (range from $page.after, in order)
MATCH (i:Item)
WHERE i.id > $page.after
WITH i, $filter.conditions AS conditions
WHERE
  // include parts/item-passes
RETURN i.id AS id
ORDER BY id
LIMIT $page.limit
