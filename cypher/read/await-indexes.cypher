// Waits until every index is ready for use; fails when one is not in time. Gives no rows.
// params: seconds
CALL db.awaitIndexes($seconds)
