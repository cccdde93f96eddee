// The criteria that rationales quote most, in the words of the letter that quoted them first
MATCH (criterion:Guideline {level: 'CRITERION'})
WHERE criterion.text IS NOT NULL
WITH criterion, COUNT { (criterion)<-[:QUOTES]-() } AS quotations
ORDER BY quotations DESC
LIMIT 25
RETURN criterion.source AS source, criterion.kind AS kind, criterion.text AS text, quotations
