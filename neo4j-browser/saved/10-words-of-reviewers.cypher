// What reviewers say when conservative care has not failed yet (put another kind)
MATCH (criterion:Guideline {level: 'CRITERION', kind: 'CONSERVATIVE_CARE_FAILED'})<-[applies:APPLIES]-(f:Finding)
WHERE applies.status = 'NOT_MET' AND applies.decisive AND applies.confidence >= 0.5
RETURN f.label AS item, f.decision AS decision, applies.quote AS words, applies.confidence AS confidence
LIMIT 25
