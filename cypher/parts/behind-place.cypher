// Behind the place of $page.after: rows have an id and a `value`, null last, and equals are in the order of ids.
WHERE $page.after IS NULL OR CASE
  WHEN $page.after.value IS NULL THEN value IS NULL AND id > $page.after.key
  WHEN value IS NULL THEN true
  WHEN value = $page.after.value THEN id > $page.after.key
  WHEN $page.descending THEN value < $page.after.value
  ELSE value > $page.after.value
END
RETURN id, value
ORDER BY value IS NULL, CASE WHEN $page.descending THEN value END DESC, CASE WHEN NOT $page.descending THEN value END, id
LIMIT $page.limit
