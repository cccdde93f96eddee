// Every specialty, or every state of licensure, that reviewers have. Looks at all profiles, which are few: letters share them.
// params: kind (SPECIALTY or LICENSURE_STATE)
// columns: name
MATCH (r:Reviewer)
UNWIND CASE $kind WHEN 'SPECIALTY' THEN r.specialties ELSE r.licensureStates END AS name
RETURN DISTINCT name
