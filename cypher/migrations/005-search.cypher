// What searches look words up in. Updated within the transaction that writes.
CREATE FULLTEXT INDEX finding_words IF NOT EXISTS FOR (n:Finding) ON EACH [n.label, n.rationale]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX case_words IF NOT EXISTS FOR (n:Case) ON EACH [n.clinicalSummary]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}};
