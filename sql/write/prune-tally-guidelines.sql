-- Takes away the counts by guideline that count nothing.
DELETE FROM imr.tally_guideline WHERE upheld = 0 AND overturned = 0
