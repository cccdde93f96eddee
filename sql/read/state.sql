-- Which state of the graph the mart shows.
-- columns: definition, revision, token (null before the first load), cases, loadedAt
SELECT definition, graph_revision::double precision AS revision, graph_token AS token, cases, loaded_at AS "loadedAt"
FROM imr.mart_state
