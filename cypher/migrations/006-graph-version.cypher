// One node tells the version of the whole graph; every transaction that changes the graph moves it.
CREATE CONSTRAINT graph_version_id IF NOT EXISTS FOR (n:GraphVersion) REQUIRE n.id IS UNIQUE;
