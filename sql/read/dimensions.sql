-- The numbers that the shared dimensions have.
-- columns: of (reviewers, specialties, items, guidelines), id, key, parent (key), source (key), chapter, topic
SELECT 'reviewers' AS of, reviewer_profile_id AS id, reviewer_profile_key AS key,
       NULL::integer AS parent, NULL::integer AS source, NULL AS chapter, NULL AS topic
FROM imr.dim_reviewer_profile
UNION ALL
SELECT 'specialties', specialty, specialty_key, NULL, NULL, NULL, NULL FROM imr.dim_specialty
UNION ALL
SELECT 'items', item_id, item_key, NULL, NULL, NULL, NULL FROM imr.dim_item
UNION ALL
SELECT 'guidelines', guideline_id, guideline_key, parent_key, source_key, chapter, topic FROM imr.dim_guideline
