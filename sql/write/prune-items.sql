-- Takes away those of the items that no finding decides any more.
-- params: $1 keys of items
-- columns: id
WITH gone AS (
  SELECT item_key FROM unnest($1::integer[]) AS asked (item_key)
  WHERE NOT EXISTS (SELECT FROM imr.fact_finding AS finding WHERE finding.item_key = asked.item_key)
), regions AS (
  DELETE FROM imr.bridge_item_body_region WHERE item_key IN (SELECT item_key FROM gone)
)
DELETE FROM imr.dim_item WHERE item_key IN (SELECT item_key FROM gone)
RETURNING item_id AS id
