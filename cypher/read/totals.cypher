// How much the graph holds; each part is answered from the counts that the database keeps, or from an index.
// columns: cases, findings, upheld, overturned
RETURN COUNT { (:Case) } AS cases,
       COUNT { (:Finding) } AS findings,
       COUNT { (:Finding {decision: 'UPHELD'}) } AS upheld,
       COUNT { (:Finding {decision: 'OVERTURNED'}) } AS overturned
