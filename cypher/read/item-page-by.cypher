// One page of the items that pass a filter, in an order of their own: item-page has the index's.
// params: page {by (ID, NAME, FINDINGS), descending, after {value, key} or null, limit},
//   filter {conditions (of parts/item-passes)}
// columns: id, value
MATCH (i:Item)
WITH i, $filter.conditions AS conditions
WHERE
  // include parts/item-passes
WITH i.id AS id, CASE $page.by
  WHEN 'NAME' THEN toLower(i.name)
  WHEN 'FINDINGS' THEN COUNT { (i)<-[:DECIDES]-() }
  WHEN 'ID' THEN i.id
END AS value
// include parts/behind-place
