// The cleaned texts of cases, which all spans point into.
// params: ids
// columns: id, text
// index: case_id
MATCH (c:Case)
WHERE c.id IN $ids
RETURN c.id AS id, c.text AS text
