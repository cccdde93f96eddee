-- Says which state of the graph the mart shows from now on.
-- params: $1 revision, $2 token
UPDATE imr.mart_state
SET graph_revision = $1, graph_token = $2, cases = (SELECT count(*) FROM imr.dim_case), loaded_at = clock_timestamp()
