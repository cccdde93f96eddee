// What lists and statistics select by.
CREATE INDEX case_decision_date IF NOT EXISTS FOR (n:Case) ON (n.decisionDate);
CREATE INDEX case_case_number IF NOT EXISTS FOR (n:Case) ON (n.caseNumber);
CREATE INDEX case_outcome IF NOT EXISTS FOR (n:Case) ON (n.outcome);
CREATE INDEX finding_decision IF NOT EXISTS FOR (n:Finding) ON (n.decision);
CREATE INDEX item_modality IF NOT EXISTS FOR (n:Item) ON (n.modality);
CREATE INDEX guideline_level_source IF NOT EXISTS FOR (n:Guideline) ON (n.level, n.source);
