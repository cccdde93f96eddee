// Every index and whether it is ready.
// columns: name, state (ONLINE, POPULATING or FAILED)
SHOW INDEXES YIELD name, state
RETURN name, state
