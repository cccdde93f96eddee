// How many nodes each label and relationships each type of the letters has: read off the store's own counts, whatever the size.
// columns: kind, count (no row for none)
MATCH (n:Case) RETURN 'Case' AS kind, count(n) AS count
UNION ALL MATCH (n:Finding) RETURN 'Finding' AS kind, count(n) AS count
UNION ALL MATCH (n:Item) RETURN 'Item' AS kind, count(n) AS count
UNION ALL MATCH (n:Reviewer) RETURN 'Reviewer' AS kind, count(n) AS count
UNION ALL MATCH (n:Guideline) RETURN 'Guideline' AS kind, count(n) AS count
UNION ALL MATCH (n:Document) RETURN 'Document' AS kind, count(n) AS count
UNION ALL MATCH (n:QuarantinedDocument) RETURN 'QuarantinedDocument' AS kind, count(n) AS count
UNION ALL MATCH ()-[r:HAS_FINDING]->() RETURN 'HAS_FINDING' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:DECIDES]->() RETURN 'DECIDES' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:CITES]->() RETURN 'CITES' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:APPLIES]->() RETURN 'APPLIES' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:QUOTES]->() RETURN 'QUOTES' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:REVIEWED]->() RETURN 'REVIEWED' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:READ_FROM]->() RETURN 'READ_FROM' AS kind, count(r) AS count
UNION ALL MATCH ()-[r:PART_OF]->() RETURN 'PART_OF' AS kind, count(r) AS count
