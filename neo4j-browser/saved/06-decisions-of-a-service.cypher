// How MRIs are decided, by body region (put another modality)
MATCH (i:Item {modality: 'MRI'})<-[:DECIDES]-(f:Finding)
UNWIND i.bodyRegions AS region
RETURN region, count(f) AS findings, count(CASE f.decision WHEN 'UPHELD' THEN 1 END) AS upheld,
       count(CASE f.decision WHEN 'OVERTURNED' THEN 1 END) AS overturned
ORDER BY findings DESC
