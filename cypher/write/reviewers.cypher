// Makes sure that each reviewer exists. The properties follow from the id, so an existing one is left alone.
// params: reviewers [{id, specialties, licensureStates}]
UNWIND $reviewers AS row
MERGE (r:Reviewer {id: row.id})
ON CREATE SET r.specialties = row.specialties, r.licensureStates = row.licensureStates
