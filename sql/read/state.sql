-- Which state of the graph the mart shows. (Marts of early versions do not say by which program they were made.)
-- columns: definition, program (null when not said), revision, token (null before the first load), cases, loadedAt
SELECT definition, to_jsonb(state) ->> 'program' AS program, graph_revision::double precision AS revision, graph_token AS token,
       cases, loaded_at AS "loadedAt"
FROM imr.mart_state AS state
