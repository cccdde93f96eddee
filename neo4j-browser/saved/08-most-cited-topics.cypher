// The topics that are cited most
MATCH (g:Guideline {level: 'TOPIC'})
WITH g, COUNT { (g)<-[:CITES]-() } AS citations
ORDER BY citations DESC
LIMIT 25
RETURN g.id AS guideline, citations
