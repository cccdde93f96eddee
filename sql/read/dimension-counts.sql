-- How much of the dimensions that cases share the mart holds.
-- columns: reviewers, items, guidelines
SELECT
  (SELECT count(*) FROM imr.dim_reviewer_profile)::integer AS reviewers,
  (SELECT count(*) FROM imr.dim_item)::integer AS items,
  (SELECT count(*) FROM imr.dim_guideline)::integer AS guidelines
