// What questions about criteria begin with: the kind, and the single statement by its id.
CREATE INDEX guideline_level_kind IF NOT EXISTS FOR (n:Guideline) ON (n.level, n.kind);
CREATE INDEX applies_id IF NOT EXISTS FOR ()-[r:APPLIES]-() ON (r.id);
