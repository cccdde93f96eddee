// Records that a migration was applied.
// params: version, name, checksum
MERGE (m:Migration {version: $version})
SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()
