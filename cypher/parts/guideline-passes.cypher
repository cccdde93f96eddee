// Whether the guideline g passes `conditions`, which are made as those of finding-passes.
all(condition IN conditions WHERE any(way IN condition WHERE all(part IN way WHERE any(test IN part WHERE
  test.not <> coalesce(CASE test.of
    WHEN 'GUIDELINE' THEN g.id IN test.any
    WHEN 'UNDER' THEN EXISTS {
      MATCH (g)-[:PART_OF*0..3]->(above:Guideline)
      WHERE above.id IN test.any
    }
    WHEN 'LEVEL' THEN g.level IN test.any
    WHEN 'SOURCE' THEN g.source IN test.any
    WHEN 'NAME' THEN any(text IN test.any WHERE toLower(g.name) CONTAINS text)
    WHEN 'RESOLUTION' THEN g.resolution IN test.any
    WHEN 'KIND' THEN g.kind IN test.any
  END, false)))))
