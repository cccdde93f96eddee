// What a `test` asks of a reviewer profile: lines of a CASE. Needs r.
WHEN 'REVIEWER' THEN r.id IN test.any
WHEN 'SPECIALTY' THEN any(name IN r.specialties WHERE name IN test.any)
WHEN 'LICENSURE_STATE' THEN any(name IN r.licensureStates WHERE name IN test.any)
