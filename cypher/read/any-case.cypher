// Whether the graph holds a case.
// columns: found
RETURN EXISTS { (:Case) } AS found
