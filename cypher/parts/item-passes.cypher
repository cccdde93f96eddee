// Whether the item i passes `conditions`, which are made as those of finding-passes.
all(condition IN conditions WHERE any(way IN condition WHERE all(part IN way WHERE any(test IN part WHERE
  test.not <> coalesce(CASE test.of
    // include parts/item-tests
    WHEN 'NAME' THEN any(text IN test.any WHERE toLower(i.name) CONTAINS text)
  END, false)))))
