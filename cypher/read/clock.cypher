// The clock of the database, and when the graph was last changed: milliseconds since 1970.
// columns: now, movedAt (null of a graph that nobody has written to)
OPTIONAL MATCH (v:GraphVersion {id: 'graph'})
RETURN datetime().epochMillis AS now, v.movedAt.epochMillis AS movedAt
