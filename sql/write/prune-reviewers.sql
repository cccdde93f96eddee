-- Takes away those of the reviewer profiles that decided no finding any more.
-- params: $1 keys of profiles
-- columns: id
WITH gone AS (
  SELECT reviewer_profile_key FROM unnest($1::integer[]) AS asked (reviewer_profile_key)
  WHERE NOT EXISTS (
    SELECT FROM imr.fact_finding AS finding WHERE finding.reviewer_profile_key = asked.reviewer_profile_key
  )
), specialties AS (
  DELETE FROM imr.bridge_reviewer_specialty WHERE reviewer_profile_key IN (SELECT reviewer_profile_key FROM gone)
), states AS (
  DELETE FROM imr.bridge_reviewer_state WHERE reviewer_profile_key IN (SELECT reviewer_profile_key FROM gone)
)
DELETE FROM imr.dim_reviewer_profile WHERE reviewer_profile_key IN (SELECT reviewer_profile_key FROM gone)
RETURNING reviewer_profile_id AS id
