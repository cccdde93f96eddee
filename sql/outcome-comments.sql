-- Comments on the columns that parts/outcome-columns gives each view.
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT columns.table_name, columns.column_name, described.description
    FROM information_schema.columns
    JOIN information_schema.views USING (table_schema, table_name)
    JOIN (VALUES
      ('findings', 'Findings: decisions on one disputed item each.'),
      ('upheld', 'Of these, the findings that uphold the denial.'),
      ('overturned', 'Of these, the findings that overturn it.'),
      ('uphold_rate', 'Upheld out of findings, 0 to 1.'),
      ('uphold_rate_low', 'Lower bound of its 95% Wilson interval.'),
      ('uphold_rate_high', 'Upper bound of its 95% Wilson interval.')
    ) AS described (column_name, description) USING (column_name)
    WHERE table_schema = 'imr'
  LOOP
    EXECUTE format('COMMENT ON COLUMN imr.%I.%I IS %L', found.table_name, found.column_name, found.description);
  END LOOP;
END $$;
