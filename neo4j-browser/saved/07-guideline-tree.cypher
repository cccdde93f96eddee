// The guidelines as a tree: a part of the ODG, its chapters and topics
MATCH (chapter:Guideline {level: 'CHAPTER', source: 'ODG'})
WITH chapter
ORDER BY chapter.name
LIMIT 10
MATCH up = (chapter)-[:PART_OF]->(:Guideline)
OPTIONAL MATCH down = (chapter)<-[:PART_OF]-(:Guideline {level: 'TOPIC'})
RETURN up, down
LIMIT 100
