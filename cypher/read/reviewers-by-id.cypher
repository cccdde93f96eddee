// Reviewer profiles.
// params: ids
// columns: id, specialties, licensureStates
// index: reviewer_id
MATCH (r:Reviewer)
WHERE r.id IN $ids
RETURN r.id AS id, r.specialties AS specialties, r.licensureStates AS licensureStates
