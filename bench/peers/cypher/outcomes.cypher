// How findings were decided, by the values of one dimension or two.
// params: by (SEX, MODALITY or YEAR; two: the second of them too), state (of the reviewer's license)
MATCH (r:Reviewer)-[:REVIEWED]->(c:Case)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item)
WHERE $state IN r.licensureStates
WITH f.decision AS decision, [dimension IN $by | CASE dimension
  WHEN 'SEX' THEN c.employeeSex
  WHEN 'MODALITY' THEN i.modality
  ELSE toString(c.decisionDate.year)
END] AS values
WHERE none(value IN values WHERE value IS NULL)
RETURN values, count(*) AS findings, count(CASE decision WHEN 'UPHELD' THEN 1 END) AS upheld
