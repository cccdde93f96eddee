-- For the rest of the transaction foreign keys are not looked up: the loader writes each row after those that it refers to, and to
-- have each looked up again would take a third of the time. Where the role may not say so (PostgreSQL before 15, or a server of the
-- user's own), they are.
DO $$
BEGIN
  SET LOCAL session_replication_role = replica;
EXCEPTION
  WHEN insufficient_privilege THEN NULL;
END
$$
