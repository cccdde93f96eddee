// Which of some guidelines there are; a source is a guideline too, and its name its id.
// params: names (ids)
// columns: name
// index: guideline_id
MATCH (g:Guideline)
WHERE g.id IN $names
RETURN g.id AS name
