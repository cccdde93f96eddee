import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Logger } from '../common/log.js';
import { createAnswerCache } from './http/answer-cache.js';
import { REFUSAL_STATUS } from './http/access.js';
import { noteWanted, type Context } from './context.js';
import { createErrorFormatter, noteErrors } from './errors.js';
import { documentRules, LIMITS, limitOperation } from './limits/limits.js';
import type { Metrics } from './telemetry/metrics.js';
import { plainJsonStatus } from './http/plain-json.js';
import type { PreparedOperations } from './prepared/operations.js';
import { noteOperations } from './telemetry/request-note.js';
import { createSchema } from './schema.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** How long requests under way may take when the server stops, in milliseconds. */
const GRACE = 5_000;

/** Creates the GraphQL server that stops together with the HTTP server, and tells `operations` which queries it answered. */
export function createApollo(
  httpServer: Server,
  log: Logger,
  metrics: Metrics,
  operations: PreparedOperations,
  documents: TrustedDocuments,
): ApolloServer<Context> {
  const schema = createSchema();
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    persistedQueries: false,
    // Apollo would end the process by itself, before the command has closed what it opened.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormatter(log, schema),
    logger: log,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationRules: documentRules,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: GRACE }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      noteOperations(documents),
      noteErrors,
      metrics.observeOperation,
      limitOperation,
      noteWanted,
      statusOfFailures,
      plainJsonStatus,
      createAnswerCache(),
      operations.rememberAnswered,
    ],
  });
}

const STATUS: Readonly<Record<string, number>> = {
  ...REFUSAL_STATUS,
  CASE_CHANGED: 409,
  DATABASE_UNAVAILABLE: 503,
  DATABASE_REFUSED: 503,
  SCHEMA_TOO_NEW: 503,
  QUERY_TIMEOUT: 504,
  READER_BUSY: 503,
  READER_FAILED: 500,
};

/** Tells proxies and load balancers by the HTTP status that it is not the request that failed. */
const statusOfFailures: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind === 'single') {
          const codes = response.body.singleResult.errors?.map(({ extensions }) => String(extensions?.code));
          const status = codes?.map((code) => STATUS[code]).find((found) => found !== undefined);
          if (status !== undefined) response.http.status = status;
          if (status === 401) response.http.headers.set('www-authenticate', 'Bearer');
        }
        return Promise.resolve();
      },
    }),
};
