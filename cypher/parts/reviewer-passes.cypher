// Whether the reviewer profile r passes `conditions`, which are made as those of finding-passes.
all(condition IN conditions WHERE any(way IN condition WHERE all(part IN way WHERE any(test IN part WHERE
  test.not <> coalesce(CASE test.of
    // include parts/reviewer-tests
  END, false)))))
