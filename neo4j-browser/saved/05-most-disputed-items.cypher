// The items that are disputed most
MATCH (i:Item)
WITH i, COUNT { (i)<-[:DECIDES]-() } AS findings
ORDER BY findings DESC
LIMIT 25
RETURN i.name AS item, i.modality AS modality, i.category AS category, findings
