-- The keys of those of the cases that are there.
-- params: $1 ids
-- columns: id, key
SELECT case_id AS id, case_key AS key FROM imr.dim_case WHERE case_id = ANY ($1)
