// One page of the reviewer profiles that pass a filter, by id; a condition whose parameter is null lets all pass.
// params: after, limit, specialty, licensureState
// columns: id
// index: reviewer_id (range from $after, in order)
MATCH (r:Reviewer)
WHERE r.id > $after
  AND ($specialty IS NULL OR $specialty IN r.specialties)
  AND ($licensureState IS NULL OR $licensureState IN r.licensureStates)
RETURN r.id AS id
ORDER BY id
LIMIT $limit
