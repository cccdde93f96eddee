// Takes minutes; only to be interrupted. Looks into the graph each time, which is when Neo4j sees that it is to end. Returns: n
UNWIND range(1, 1000000) AS a
UNWIND range(1, 1000000) AS b
OPTIONAL MATCH (m:Migration {version: -a * b})
RETURN count(m) AS n
