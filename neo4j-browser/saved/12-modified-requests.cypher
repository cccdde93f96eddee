// Requests of which a part was authorised; the decision is about the rest
MATCH (f:Finding)
WHERE f.decision IN ['UPHELD', 'OVERTURNED'] AND f.originalRequest IS NOT NULL
RETURN f.originalRequest AS requested, f.authorized AS authorised, f.label AS disputed, f.decision AS decision
LIMIT 25
