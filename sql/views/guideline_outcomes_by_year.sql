-- The same year by year; letters that print no date are left out.
CREATE VIEW imr.guideline_outcomes_by_year AS
SELECT
  counted.decision_year,
  counted.role,
  counted.level,
  counted.source,
  counted.chapter,
  counted.topic,
  counted.edition,
  counted.guideline,
  -- include parts/outcome-columns
FROM (
  SELECT
    tally.decision_year,
    tally.role,
    guideline.level,
    guideline.source,
    guideline.chapter,
    guideline.topic,
    guideline.edition,
    guideline.guideline,
    (tally.upheld + tally.overturned)::bigint AS findings,
    tally.upheld::bigint AS upheld
  FROM imr.tally_guideline AS tally
  JOIN imr.dim_guideline AS guideline USING (guideline_key)
  WHERE tally.decision_year <> 0
) AS counted;

COMMENT ON VIEW imr.guideline_outcomes_by_year IS 'The same year by year; letters that print no date are left out.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.decision_year IS 'Year of the decision.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.role IS 'Who cites it: CLAIMS_ADMINISTRATOR, EXPERT_REVIEWER, RATIONALE; ANY of them. Do not add up roles.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.level IS 'SOURCE, CHAPTER or TOPIC. Do not add up levels.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.source IS 'Abbreviation of the source.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.chapter IS 'Name of the chapter.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.topic IS 'Name of the topic.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.edition IS 'Year of the edition: chapters of several editions have a row each.';
COMMENT ON COLUMN imr.guideline_outcomes_by_year.guideline IS 'Its own name.';
