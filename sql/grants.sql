-- Lets the reader read the mart, where that role is there.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'imr_reader') THEN
    GRANT USAGE ON SCHEMA imr TO imr_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA imr TO imr_reader;
  END IF;
END
$$;
