// What the catalogue makes of a guideline is one of three words; it was true or false before.
MATCH (g:Guideline)
WHERE g.resolution IS NULL
SET g.resolution = CASE WHEN g.resolved THEN 'RESOLVED' ELSE 'NO_MATCH' END
REMOVE g.resolved;
