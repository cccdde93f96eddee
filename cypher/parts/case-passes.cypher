// Whether the case c passes `caseConditions`, which are made as those of finding-passes.
(size(caseConditions) = 0 OR EXISTS {
  MATCH (r:Reviewer)-[:REVIEWED]->(c)
  WHERE
    all(caseCondition IN caseConditions WHERE any(caseWay IN caseCondition WHERE all(casePart IN caseWay WHERE any(asked IN casePart WHERE
      asked.not <> coalesce(CASE asked.of
        WHEN 'FINDINGS' THEN EXISTS {
          MATCH (c)-[:HAS_FINDING]->(f:Finding)
          WITH c, r, f, asked.conditions AS conditions
          WHERE
            // include parts/finding-passes
          RETURN f
        }
        // A variable that encloses a subquery cannot have a name of its inside.
        ELSE any(test IN [asked] WHERE CASE test.of
          // include parts/case-tests
        END)
      END, false)))))
})
