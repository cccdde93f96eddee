-- The mart of imr-graph: a star schema of Independent Medical Review determinations, made of the graph and kept in step with it.
CREATE SCHEMA imr;
COMMENT ON SCHEMA imr IS 'California workers'' compensation Independent Medical Review determinations, as a star schema. Only the loader of imr-graph writes here.';

CREATE TABLE imr.mart_state (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  definition text NOT NULL,
  program text NOT NULL,
  graph_revision bigint,
  graph_token text,
  cases integer,
  loaded_at timestamptz
);
COMMENT ON TABLE imr.mart_state IS 'Which state of the graph the mart shows. One row.';
COMMENT ON COLUMN imr.mart_state.only_row IS 'Always true: there is one row.';
COMMENT ON COLUMN imr.mart_state.definition IS 'Which definition of tables and views this is.';
COMMENT ON COLUMN imr.mart_state.program IS 'Which version of imr-graph made it; an older one does not make it anew.';
COMMENT ON COLUMN imr.mart_state.graph_revision IS 'Revision of the graph that the mart shows; null before the first load.';
COMMENT ON COLUMN imr.mart_state.graph_token IS 'Which graph that revision is of.';
COMMENT ON COLUMN imr.mart_state.cases IS 'How many cases the mart holds.';
COMMENT ON COLUMN imr.mart_state.loaded_at IS 'When it was last loaded.';

CREATE FUNCTION imr.uphold_rate_low(upheld bigint, findings bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN findings = 0 THEN 0 ELSE greatest(0, (
    upheld + 1.9207294 - 1.959963984540054 * sqrt(upheld::double precision * (findings - upheld) / findings + 0.9603647)
  ) / (findings + 3.8414588)) END
$$;
COMMENT ON FUNCTION imr.uphold_rate_low IS 'Lower bound of the 95% Wilson score interval of upheld out of findings.';

CREATE FUNCTION imr.uphold_rate_high(upheld bigint, findings bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN findings = 0 THEN 1 ELSE least(1, (
    upheld + 1.9207294 + 1.959963984540054 * sqrt(upheld::double precision * (findings - upheld) / findings + 0.9603647)
  ) / (findings + 3.8414588)) END
$$;
COMMENT ON FUNCTION imr.uphold_rate_high IS 'Upper bound of the 95% Wilson score interval of upheld out of findings.';
