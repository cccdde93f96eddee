-- Which guidelines uphold denials: findings that cite a source, chapter or topic, or anything below it, each finding once.
CREATE VIEW imr.guideline_outcomes AS
SELECT
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
    tally.role,
    guideline.level,
    guideline.source,
    guideline.chapter,
    guideline.topic,
    guideline.edition,
    guideline.guideline,
    sum(tally.upheld + tally.overturned) AS findings,
    sum(tally.upheld) AS upheld
  FROM imr.tally_guideline AS tally
  JOIN imr.dim_guideline AS guideline USING (guideline_key)
  GROUP BY tally.role, guideline.guideline_key
) AS counted;

COMMENT ON VIEW imr.guideline_outcomes IS 'Which guidelines uphold denials: findings that cite a source, chapter or topic, or anything below it, each finding once.';
COMMENT ON COLUMN imr.guideline_outcomes.role IS 'Who cites it: CLAIMS_ADMINISTRATOR, EXPERT_REVIEWER, RATIONALE; ANY of them. Do not add up roles.';
COMMENT ON COLUMN imr.guideline_outcomes.level IS 'SOURCE, CHAPTER or TOPIC. Do not add up levels.';
COMMENT ON COLUMN imr.guideline_outcomes.source IS 'Abbreviation of the source.';
COMMENT ON COLUMN imr.guideline_outcomes.chapter IS 'Name of the chapter.';
COMMENT ON COLUMN imr.guideline_outcomes.topic IS 'Name of the topic.';
COMMENT ON COLUMN imr.guideline_outcomes.edition IS 'Year of the edition: chapters of several editions have a row each.';
COMMENT ON COLUMN imr.guideline_outcomes.guideline IS 'Its own name.';
