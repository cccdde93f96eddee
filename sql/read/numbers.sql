-- The last numbers that were given, and the years of the calendar.
-- columns: cases, findings (last keys), years
SELECT
  coalesce((SELECT max(case_key) FROM imr.dim_case), 0) AS cases,
  coalesce((SELECT max(finding_key) FROM imr.fact_finding), 0) AS findings,
  ARRAY(SELECT DISTINCT year FROM imr.dim_date) AS years
