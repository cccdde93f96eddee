// How many findings there are, and how many were upheld, by up to two dimensions: a finding counts once for each value that it has
// of a dimension (or pair of values), and for no row when it has none. Without a dimension: one row of all that pass.
// Guidelines are those that a party cites otherwise than to say that they are silent. Letters are counted, each once a row, only when
// asked for: it takes memory.
// params: by {dimensions (names of src/query/dimensions.ts), letters (whether to count them), catalogue (of
//   src/query/catalogue-terms.ts)}, filter {conditions (of parts/finding-passes)}
// columns: first, second, findings, upheld, letters
MATCH (f:Finding)
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
MATCH (r:Reviewer)-[:REVIEWED]->(c:Case)-[:HAS_FINDING]->(f)-[:DECIDES]->(i:Item)
WITH f.decision AS decision, CASE WHEN $by.letters THEN c END AS letter, [dimension IN $by.dimensions |
  CASE dimension
    WHEN 'GUIDELINE_SOURCE' THEN COLLECT {
      MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline {level: 'SOURCE'})
      WHERE NOT coalesce(cites.silent, false)
      RETURN DISTINCT g.id
    }
    WHEN 'GUIDELINE_CHAPTER' THEN COLLECT {
      MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline {level: 'CHAPTER'})
      WHERE NOT coalesce(cites.silent, false)
      RETURN DISTINCT g.id
    }
    WHEN 'GUIDELINE_TOPIC' THEN COLLECT {
      MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(g:Guideline {level: 'TOPIC'})
      WHERE NOT coalesce(cites.silent, false)
      RETURN DISTINCT g.id
    }
    WHEN 'SOURCE_KIND' THEN COLLECT {
      MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(g:Guideline)
      WHERE NOT coalesce(cites.silent, false)
      RETURN DISTINCT coalesce($by.catalogue.sourceKinds[g.source], 'UNKNOWN')
    }
    WHEN 'MTUS_EDITION' THEN COLLECT {
      MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(g:Guideline {source: 'MTUS'})
      WHERE g.edition IS NOT NULL AND NOT coalesce(cites.silent, false)
      RETURN DISTINCT toString(g.edition)
    }
    WHEN 'MTUS_EDITION_STATUS' THEN COLLECT {
      MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline {level: 'CHAPTER'})
      WHERE NOT coalesce(cites.silent, false)
      WITH $by.catalogue.editions[g.id] AS edition, toString(c.decisionDate) AS decided
      WITH DISTINCT CASE
        WHEN edition.until < decided THEN 'SUPERSEDED'
        WHEN edition.from > decided THEN 'NOT_YET_IN_FORCE'
        WHEN edition.from <= decided THEN 'IN_FORCE'
      END AS status
      WHERE status IS NOT NULL
      RETURN status
    }
    WHEN 'MODALITY' THEN [i.modality]
    WHEN 'CATEGORY' THEN [i.category]
    WHEN 'DRUG' THEN [f.drug]
    WHEN 'DRUG_CLASS' THEN [f.drugClass]
    WHEN 'INGREDIENT' THEN COLLECT {
      UNWIND split(f.drug, '/') AS name
      RETURN DISTINCT toUpper(left(name, 1)) + substring(name, 1)
    }
    WHEN 'BODY_REGION' THEN COLLECT { UNWIND i.bodyRegions AS name RETURN DISTINCT name }
    WHEN 'SPECIALTY' THEN COLLECT { UNWIND r.specialties AS name RETURN DISTINCT name }
    WHEN 'LICENSURE_STATE' THEN COLLECT { UNWIND r.licensureStates AS name RETURN DISTINCT name }
    WHEN 'CALIFORNIA_LICENSE' THEN [CASE
      WHEN 'CA' IN r.licensureStates THEN 'LICENSED'
      WHEN size(r.licensureStates) > 0 THEN 'NOT_LICENSED'
    END]
    WHEN 'AGE_BAND' THEN [CASE
      WHEN c.employeeAge < 18 THEN '0 to 17'
      WHEN c.employeeAge < 25 THEN '18 to 24'
      WHEN c.employeeAge < 35 THEN '25 to 34'
      WHEN c.employeeAge < 45 THEN '35 to 44'
      WHEN c.employeeAge < 55 THEN '45 to 54'
      WHEN c.employeeAge < 65 THEN '55 to 64'
      WHEN c.employeeAge >= 65 THEN '65 and over'
    END]
    WHEN 'SEX' THEN [c.employeeSex]
    WHEN 'CLAIMS_ADMINISTRATOR_BASIS' THEN [f.claimsAdministratorBasis]
    WHEN 'EXPERT_REVIEWER_BASIS' THEN [f.expertReviewerBasis]
    WHEN 'YEAR' THEN [toString(c.decisionDate.year)]
    WHEN 'QUARTER' THEN [toString(c.decisionDate.year) + '-Q' + toString(c.decisionDate.quarter)]
    WHEN 'PRIORITY' THEN [toUpper(c.priority)]
    WHEN 'MODIFIED' THEN [CASE WHEN f.originalRequest IS NULL THEN 'FULL_DENIAL' ELSE 'MODIFIED' END]
    WHEN 'SERVICE_TIMING' THEN [CASE WHEN f.retrospective THEN 'RETROSPECTIVE' ELSE 'PROSPECTIVE' END]
    WHEN 'SURGERY_IN_LETTER' THEN CASE WHEN i.category IN $by.catalogue.surgeries THEN [] ELSE COLLECT {
      WITH COLLECT {
        MATCH (c)-[:HAS_FINDING]->(surgery:Finding)-[:DECIDES]->(operation:Item)
        WHERE operation.category IN $by.catalogue.surgeries
        RETURN DISTINCT surgery.decision
      } AS decisions
      WHERE size(decisions) > 0
      RETURN CASE size(decisions) WHEN 1 THEN decisions[0] ELSE 'PARTLY_OVERTURNED' END
    } END
    WHEN 'ITEMS_IN_LETTER' THEN [toString(COUNT { (c)-[:HAS_FINDING]->() })]
    WHEN 'CASE_OUTCOME' THEN [c.outcome]
    WHEN 'DAYS_TO_DECISION' THEN [CASE WHEN c.decisionDate >= c.dateAssigned
      THEN toString(duration.inDays(c.dateAssigned, c.decisionDate).days)
    END]
    // CITATION_AGREEMENT_ and a level.
    ELSE COLLECT {
      WITH COLLECT {
        MATCH (f)-[cites:CITES {role: 'CLAIMS_ADMINISTRATOR'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
        WHERE g.level = substring(dimension, 19) AND NOT coalesce(cites.silent, false)
        RETURN DISTINCT g.id
      } AS theirs, COLLECT {
        MATCH (f)-[cites:CITES {role: 'EXPERT_REVIEWER'}]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
        WHERE g.level = substring(dimension, 19) AND NOT coalesce(cites.silent, false)
        RETURN DISTINCT g.id
      } AS own
      WITH size(theirs) AS theirs, size(own) AS own, size([id IN theirs WHERE id IN own]) AS shared
      RETURN CASE
        WHEN theirs = 0 AND own = 0 THEN 'NEITHER'
        WHEN own = 0 THEN 'ONLY_CLAIMS_ADMINISTRATOR'
        WHEN theirs = 0 THEN 'ONLY_EXPERT_REVIEWER'
        WHEN shared = 0 THEN 'DISJOINT'
        WHEN shared = theirs AND shared = own THEN 'SAME'
        ELSE 'OVERLAPPING'
      END
    }
  END] AS values
UNWIND coalesce(values[0], ['']) AS first
UNWIND coalesce(values[1], ['']) AS second
WITH first, second, decision, letter
WHERE first IS NOT NULL AND second IS NOT NULL
RETURN first, second, count(*) AS findings, count(CASE decision WHEN 'UPHELD' THEN 1 END) AS upheld,
       count(DISTINCT letter) AS letters
