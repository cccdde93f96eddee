// The migrations that this database has seen, oldest first.
// columns: version, checksum
MATCH (m:Migration)
RETURN m.version AS version, m.checksum AS checksum
ORDER BY version
