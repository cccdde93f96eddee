import { resolve } from 'node:path';
import { makeValidator, str, url } from 'envalid';
import { readEnvironment } from './environment.js';

/** What the environment decides; docs/commands.md lists each variable. */
export interface Settings {
  /** Port of the HTTP server; 0 lets the system choose a free one. */
  readonly port: number;
  /** Address the HTTP server listens on. */
  readonly host: string;
  /** A Neo4j of the user's own (`bolt://`, `neo4j://`, `+s` forms); unset: the embedded engine. */
  readonly neo4jUri: string | undefined;
  readonly neo4jUser: string;
  /** Never logged. */
  readonly neo4jPassword: string | undefined;
  readonly neo4jDatabase: string;
  /** A PostgreSQL of the user's own for the mart, with role and password; unset: a managed one. Never logged. */
  readonly biDatabaseUrl: string | undefined;
  /** Absolute folder of the embedded engine's data. */
  readonly dataDir: string;
  readonly logLevel: string;
  /** Whether the API answers trusted documents only. */
  readonly trustedDocumentsOnly: boolean;
  /** Longest time that one request to the API may take, in seconds. */
  readonly queryTimeout: number;
  /** How long a server that was told to end goes on answering, while `/readyz` says that it will, in seconds. */
  readonly drain: number;
  /** Whether the server keeps columns in memory, which answer analytics in the place of the graph. */
  readonly columns: boolean;
  /** Whether Neo4j Browser is served, where the embedded engine brings it along. */
  readonly browser: boolean;
  /** Where spans of requests are sent, by OTLP over HTTP; unset: they are not made. */
  readonly otlpEndpoint: string | undefined;
  /** Whether private data in letters is covered before anything is made of them (docs/privacy.md). */
  readonly redact: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const port = makeValidator((input) => {
  const value = Number(input);
  if (!Number.isInteger(value) || value < 0 || value > 65535) {
    throw new Error(`"${input}" is not a port (0 to 65535)`);
  }
  return value;
});

const LONGEST_QUERY = 3_600;

const seconds = makeValidator((input) => {
  const value = Number(input);
  if (!(value > 0 && value <= LONGEST_QUERY)) {
    throw new Error(`"${input}" is not a number of seconds (more than 0, at most ${LONGEST_QUERY})`);
  }
  return value;
});

const neo4jUri = makeValidator((input) => {
  if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s]+$/.test(input)) {
    throw new Error('expected bolt://HOST:PORT or neo4j://HOST:PORT (or the +s and +ssc forms)');
  }
  return input;
});

const postgresUrl = makeValidator((input) => {
  if (!/^postgres(ql)?:\/\/\S+\/\S+$/.test(input))
    throw new Error('expected postgres://USER:PASSWORD@HOST:PORT/DATABASE');
  return input;
});

/**
 * Reads the settings from the environment.
 * @throws {ImrError} BAD_SETTING naming every variable that is not acceptable, never its value where it is secret.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const env = readEnvironment(environment, {
    PORT: port({ default: 4000 }),
    HOST: str({ default: '127.0.0.1' }),
    NEO4J_URI: neo4jUri({ default: undefined }),
    NEO4J_USER: str({ default: 'neo4j' }),
    NEO4J_PASSWORD: str({ default: undefined }),
    NEO4J_DATABASE: str({ default: 'neo4j' }),
    BI_DATABASE_URL: postgresUrl({ default: undefined }),
    IMR_DATA_DIR: str({ default: '.imr' }),
    LOG_LEVEL: str({ default: 'info', choices: LOG_LEVELS }),
    TRUSTED_DOCUMENTS: str({ default: 'off', choices: ['off', 'only'] }),
    COLUMNS: str({ default: 'on', choices: ['on', 'off'] }),
    NEO4J_BROWSER: str({ default: 'on', choices: ['on', 'off'] }),
    OTEL_EXPORTER_OTLP_ENDPOINT: url({ default: undefined }),
    REDACT: str({ default: 'off', choices: ['on', 'off'] }),
    QUERY_TIMEOUT_SECONDS: seconds({ default: 30 }),
    DRAIN_SECONDS: seconds({ default: 0 }),
  });
  return {
    port: env.PORT,
    host: env.HOST,
    neo4jUri: env.NEO4J_URI,
    neo4jUser: env.NEO4J_USER,
    neo4jPassword: env.NEO4J_PASSWORD,
    neo4jDatabase: env.NEO4J_DATABASE,
    biDatabaseUrl: env.BI_DATABASE_URL,
    dataDir: resolve(env.IMR_DATA_DIR),
    logLevel: env.LOG_LEVEL,
    trustedDocumentsOnly: env.TRUSTED_DOCUMENTS === 'only',
    columns: env.COLUMNS === 'on',
    browser: env.NEO4J_BROWSER === 'on',
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    redact: env.REDACT === 'on',
    queryTimeout: env.QUERY_TIMEOUT_SECONDS,
    drain: env.DRAIN_SECONDS,
  };
}
