-- How findings on each body region were decided, by age and sex of the employee; an item for two regions counts for both.
CREATE VIEW imr.body_region_outcomes AS
SELECT
  counted.body_region,
  counted.age_from,
  counted.employee_sex,
  -- include parts/outcome-columns
FROM (
  SELECT
    region.body_region,
    decided.age_from,
    decided.employee_sex,
    sum(decided.findings)::bigint AS findings,
    sum(decided.upheld)::bigint AS upheld
  FROM (
    SELECT
      finding.item_key,
      letter.employee_age / 10 * 10 AS age_from,
      letter.employee_sex,
      count(*) AS findings,
      sum(finding.is_upheld) AS upheld
    FROM imr.fact_finding AS finding
    JOIN imr.dim_case AS letter USING (case_key)
    GROUP BY finding.item_key, 2, letter.employee_sex
  ) AS decided
  JOIN imr.bridge_item_body_region AS region USING (item_key)
  GROUP BY region.body_region, decided.age_from, decided.employee_sex
) AS counted;

COMMENT ON VIEW imr.body_region_outcomes IS 'How findings on each body region were decided, by age and sex of the employee; an item for two regions counts for both.';
COMMENT ON COLUMN imr.body_region_outcomes.body_region IS 'Body region of the item.';
COMMENT ON COLUMN imr.body_region_outcomes.age_from IS 'Youngest age of the band of ten years; null: the letter does not say.';
COMMENT ON COLUMN imr.body_region_outcomes.employee_sex IS 'Sex of the employee.';
