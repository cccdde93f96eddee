// Whether the finding f passes `conditions` (src/query/filter): every one of them, each in at least one of its ways, each of these
// in every part, each of these by at least one of its tests. What is null fails a test, and so passes its opposite.
// Its variables are named as no statement names its own, which they would mean otherwise.
(size(conditions) = 0 OR EXISTS {
  MATCH (r:Reviewer)-[:REVIEWED]->(c:Case)-[:HAS_FINDING]->(f)-[:DECIDES]->(i:Item)
  WHERE
    all(condition IN conditions WHERE any(way IN condition WHERE all(part IN way WHERE any(test IN part WHERE
      test.not <> coalesce(CASE test.of
        WHEN 'FINDING' THEN f.id IN test.any
        WHEN 'DECISION' THEN f.decision IN test.any
        WHEN 'MODIFIED' THEN (f.originalRequest IS NOT NULL) IN test.any
        WHEN 'RETROSPECTIVE' THEN f.retrospective IN test.any
        WHEN 'DRUG' THEN f.drug IN test.any
        WHEN 'DRUG_CLASS' THEN f.drugClass IN test.any
        WHEN 'CLAIMS_ADMINISTRATOR_BASIS' THEN f.claimsAdministratorBasis IN test.any
        WHEN 'EXPERT_REVIEWER_BASIS' THEN f.expertReviewerBasis IN test.any
        WHEN 'LABEL' THEN any(text IN test.any WHERE toLower(f.label) CONTAINS text)
        WHEN 'RATIONALE' THEN any(text IN test.any WHERE toLower(f.rationale) CONTAINS text)
        // include parts/item-tests
        WHEN 'CITATION' THEN EXISTS {
          MATCH (f)-[asksCites:CITES]->(askedCited:Guideline)
          WHERE coalesce(asksCites.silent, false) = test.silent
            AND (test.roles IS NULL OR asksCites.role IN test.roles)
            AND (test.sources IS NULL OR askedCited.source IN test.sources)
            AND (test.guidelines IS NULL OR EXISTS {
              MATCH (askedCited)-[:PART_OF*0..2]->(askedAbove:Guideline)
              WHERE askedAbove.id IN test.guidelines
            })
            AND (test.names IS NULL OR EXISTS {
              MATCH (askedCited)-[:PART_OF*0..2]->(askedAbove:Guideline)
              WHERE any(text IN test.names WHERE toLower(askedAbove.name) CONTAINS text)
            })
        }
        WHEN 'CRITERION' THEN EXISTS {
          MATCH (f)-[asksApplies:APPLIES]->(askedCriterion:Guideline)
          WHERE asksApplies.confidence >= test.minConfidence
            AND (test.kinds IS NULL OR askedCriterion.kind IN test.kinds)
            AND (test.statuses IS NULL OR asksApplies.status IN test.statuses)
            AND (test.decisive IS NULL OR asksApplies.decisive = test.decisive)
            AND (test.guidelines IS NULL OR EXISTS {
              MATCH (askedCriterion)-[:PART_OF*0..3]->(askedAbove:Guideline)
              WHERE askedAbove.id IN test.guidelines
            })
        }
        // include parts/case-tests
      END, false)))))
})
