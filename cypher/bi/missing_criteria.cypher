// What was missing: conditions that rationales give as not met and as a reason, with confidence of 0.5 or more, by service.
// columns: category, service, criterion_kind, findings, upheld, overturned, uphold_rate (as of the view missing_criteria)
MATCH (i:Item)<-[:DECIDES]-(f:Finding)-[applies:APPLIES]->(g:Guideline)
WHERE applies.status = 'NOT_MET' AND applies.decisive AND applies.confidence >= 0.5
WITH i.category AS category, i.modality AS service, g.kind AS criterion_kind,
     count(*) AS findings, sum(CASE f.decision WHEN 'UPHELD' THEN 1 ELSE 0 END) AS upheld
RETURN category, service, criterion_kind, findings, upheld, findings - upheld AS overturned, toFloat(upheld) / findings AS uphold_rate
ORDER BY category, service, criterion_kind
