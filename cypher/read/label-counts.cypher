// How many findings have labels that begin alike, in small letters: for `imr verify`, of columns and graph.
// params: letters (of a beginning)
// columns: beginning, findings
MATCH (f:Finding)
RETURN left(toLower(f.label), $letters) AS beginning, count(*) AS findings
