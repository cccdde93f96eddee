// How many findings match a search and pass a filter, in all (the facet TOTAL) and for each value of the facets asked for. Searches
// and conditions as in search-page. A finding counts once for each value that it has: the same findings pass when the value is
// made a condition of the filter.
// params: parts, required, most, filter, roles (whose citations the sources are of; null for anyone's), facets (any of DECISION, CATEGORY,
//   BODY_REGION, SOURCE, YEAR)
// columns: facet, value, findings
// fulltext: finding_words, case_words
// include parts/search-matches
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
CALL (f) {
  RETURN 'TOTAL' AS facet, null AS value
  UNION ALL
  WITH f
  WHERE 'DECISION' IN $facets
  RETURN 'DECISION' AS facet, f.decision AS value
  UNION ALL
  WITH f
  WHERE 'CATEGORY' IN $facets
  MATCH (f)-[:DECIDES]->(i:Item)
  WHERE i.category IS NOT NULL
  RETURN 'CATEGORY' AS facet, i.category AS value
  UNION ALL
  WITH f
  WHERE 'BODY_REGION' IN $facets
  MATCH (f)-[:DECIDES]->(i:Item)
  UNWIND i.bodyRegions AS region
  RETURN DISTINCT 'BODY_REGION' AS facet, region AS value
  UNION ALL
  WITH f
  WHERE 'SOURCE' IN $facets
  MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline {level: 'SOURCE'})
  WHERE NOT coalesce(cites.silent, false) AND ($roles IS NULL OR cites.role IN $roles)
  RETURN DISTINCT 'SOURCE' AS facet, g.id AS value
  UNION ALL
  WITH f
  WHERE 'YEAR' IN $facets
  MATCH (c:Case)-[:HAS_FINDING]->(f)
  WHERE c.decisionDate IS NOT NULL
  RETURN 'YEAR' AS facet, toString(c.decisionDate.year) AS value
}
RETURN facet, value, count(*) AS findings
