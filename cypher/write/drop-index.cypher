// Takes an index away, if it is there.
// params: name
DROP INDEX $name IF EXISTS
