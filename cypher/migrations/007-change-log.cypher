// What each change of the graph's version was about, so that what follows the graph reads only that anew.
CREATE CONSTRAINT change_revision IF NOT EXISTS FOR (n:Change) REQUIRE n.revision IS UNIQUE;
