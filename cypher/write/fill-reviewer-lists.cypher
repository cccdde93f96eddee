// Gives reviewers the empty lists that the import tool does not write.
// params: most (reviewers at once)
// columns: changed
MATCH (r:Reviewer)
WHERE r.specialties IS NULL OR r.licensureStates IS NULL
WITH r LIMIT $most
SET r.specialties = coalesce(r.specialties, []), r.licensureStates = coalesce(r.licensureStates, [])
RETURN count(*) AS changed
