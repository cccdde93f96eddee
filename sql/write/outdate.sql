-- Says that the mart shows no known state of the graph: its loader then makes it anew.
UPDATE imr.mart_state SET graph_token = NULL
