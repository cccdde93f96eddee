// Writes the properties of locked cases and ties each to its reviewer.
// params: cases [{id, properties, reviewer {id, specialties, licensureStates}}]
UNWIND $cases AS row
MATCH (c:Case {id: row.id})
SET c = row.properties
SET c.id = row.id,
    c.dateOfInjury = date(row.properties.dateOfInjury),
    c.dateAssigned = date(row.properties.dateAssigned),
    c.decisionDate = date(row.properties.decisionDate),
    c.utilizationReviewDate = date(row.properties.utilizationReviewDate),
    c.applicationReceivedDate = date(row.properties.applicationReceivedDate)
MERGE (r:Reviewer {id: row.reviewer.id})
ON CREATE SET r.specialties = row.reviewer.specialties, r.licensureStates = row.reviewer.licensureStates
CREATE (r)-[:REVIEWED]->(c)
