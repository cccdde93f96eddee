// Cases with their findings and the citations of these, in no order: of each those properties that are named, in the order of
// the names; findings and citations only where they are wanted. With them the version of the graph, null while it is not settled (as graph-version tells it).
// params: read {ids, caseProperties, findingProperties, citationProperties, withFindings, withCitations}, settledFor (seconds)
// columns: properties, reviewerId, findings [[properties, itemId, citations [[properties, guidelineId]]]], version
// index: case_id, graph_version_id
OPTIONAL MATCH (v:GraphVersion {id: 'graph'})
WHERE v.movedAt < datetime() - duration({seconds: $settledFor})
WITH v.token AS version
MATCH (c:Case)
WHERE c.id IN $read.ids
RETURN [name IN $read.caseProperties | c[name]] AS properties,
       head([(c)<-[:REVIEWED]-(r:Reviewer) | r.id]) AS reviewerId,
       [(c)-[:HAS_FINDING]->(f:Finding)-[:DECIDES]->(i:Item) WHERE $read.withFindings |
         [[name IN $read.findingProperties | f[name]], i.id,
          [(f)-[cites:CITES]->(g:Guideline) WHERE $read.withCitations |
            [[name IN $read.citationProperties | cites[name]], g.id]]]] AS findings,
       version
