// Lets transactions that write or remove cases follow one another: the first statement of each, since the lock (the assignment
// takes it) is held to the end. They share items, reviewers and guidelines, and MERGE locks nothing that it finds: without this,
// what one transaction is about to tie a finding to could be removed by another that sees nobody need it.
MERGE (v:GraphVersion {id: 'graph'})
ON CREATE SET v.revision = 0, v.token = randomUUID(), v.movedAt = datetime()
SET v.id = 'graph'
