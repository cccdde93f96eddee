// How findings on each body region were decided, by age and sex of the employee.
// columns: body_region, age_from, employee_sex, findings, upheld, overturned, uphold_rate (as of the view body_region_outcomes)
MATCH (c:Case)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
UNWIND COLLECT { UNWIND i.bodyRegions AS name RETURN DISTINCT name } AS body_region
WITH body_region, c.employeeAge / 10 * 10 AS age_from, c.employeeSex AS employee_sex,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN body_region, age_from, employee_sex, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY body_region, age_from, employee_sex
