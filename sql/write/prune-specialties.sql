-- Takes away the specialties that no reviewer profile has any more.
-- columns: id
DELETE FROM imr.dim_specialty AS specialty
WHERE NOT EXISTS (
  SELECT FROM imr.bridge_reviewer_specialty AS bridge WHERE bridge.specialty_key = specialty.specialty_key
)
RETURNING specialty AS id
